import type { Language } from '#conversation/events.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { confidence } from './calibration.ts'
import { articleDocuments } from './corpus.ts'
import { createGather } from './evidence.ts'
import { keepTexts } from './keep-texts.ts'
import type { Learnt } from './learn.ts'
import { partSamples } from './learn-parts.ts'
import { createLanguageOf, frequenciesOf } from './own-words.ts'
import { createGatherParts } from './part-evidence.ts'
import { createWeigh, type Reading } from './reading.ts'
import { buildIndex, materialOf } from './reading-index.ts'
import { collectSamples } from './samples.ts'
import { createSettledTexts } from './settled-texts.ts'
import { tokenize } from './tokens.ts'
import { createTopicsOf } from './topics-by-word.ts'
import { untrained, untrainedParts, untrainedThresholds } from './untrained.ts'
import { createVectors } from './vectors.ts'

/** Reads texts: how sure it is of each label, and which part of an article is asked for. */
export type Reader = {
  /** Names what did the reading, for the record. */
  id: string
  read(text: string): Reading
  rankParts(text: string, articleId: string): readonly { part: string; confidence: number }[]
  /** From which confidence on a guard holds, or a topic is answered (`answer`). */
  thresholdOf(what: string): number
  /** 0 to 1: how much of the text is made of letter groups that occur in our texts. */
  familiarity(text: string): number
  /** The language of a text all of whose words we have in that language, and none in the other. */
  languageOf(text: string): Language | undefined
  /** In how large a share of each topic's texts and examples this word occurs. */
  topicsOf(word: string): ReadonlyMap<string, number>
}
export function readerId(learnt: Learnt | null): string {
  return learnt ? `linear-${learnt.kbVersion.slice(0, 8)}` : 'retrieval'
}

/** Without `learnt`, builds what it looks things up in, and reads by nearest examples and article texts alone. */
export function createReader(kb: KnowledgeBase, learnt: Learnt | null): Reader {
  const index = learnt?.index ?? buildIndex(kb, materialOf(kb))
  const frequencies = frequenciesOf(index.words)
  const texts = createSettledTexts(index, frequencies)
  const vectors = createVectors(texts, index.vocabulary)
  const gather = createGather(texts, vectors, index.evidence, learnt?.weights ?? null)
  const gatherParts = createGatherParts(
    kb,
    { ...texts, documents: articleDocuments(kb) },
    vectors,
    partSamples(kb, { samples: collectSamples(kb) }),
    index.parts,
    learnt?.parts.weights ?? null,
  )
  const weigh = createWeigh(kb, index, learnt?.calibrations ?? untrained)
  const { of: read, settle } = keepTexts((text) => weigh(gather(text)))
  for (const keptOnlyNow of [vectors.settle, settle]) keptOnlyNow()
  return {
    id: readerId(learnt),
    read,
    rankParts: (text, articleId) =>
      gatherParts(text, articleId)
        .map(({ part, evidence }) => ({
          part,
          confidence: confidence(learnt?.parts.calibration ?? untrainedParts, evidence),
        }))
        .sort((a, b) => b.confidence - a.confidence),
    thresholdOf: (what) => (learnt?.thresholds ?? untrainedThresholds)[what] ?? 1,
    familiarity: (text) => familiarity(text, frequencies, vectors.has),
    languageOf: createLanguageOf(index.words),
    topicsOf: createTopicsOf(index.topics),
  }
}

function familiarity(
  text: string,
  frequencies: ReadonlyMap<string, number>,
  isKnown: (term: string) => boolean,
): number {
  let known = 0
  let total = 0
  for (const token of tokenize(text)) {
    const word = `^${token}$`
    for (let at = 0; at + 3 <= word.length; at++) {
      total++
      if (frequencies.has(token) || isKnown(word.slice(at, at + 3))) known++
    }
  }
  return total === 0 ? 0 : known / total
}
