import type { Language } from '#conversation/events.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { confidence } from './calibration.ts'
import { buildCorpus, type Corpus } from './corpus.ts'
import { createGather } from './evidence.ts'
import { keepTexts } from './keep-texts.ts'
import { type Learnt, vocabularyOf } from './learn.ts'
import { partSamples } from './learn-parts.ts'
import { createLanguageOf } from './own-language.ts'
import { createGatherParts } from './part-evidence.ts'
import { createWeigh, type Reading } from './reading.ts'
import { stem } from './stem.ts'
import { tokenize } from './tokens.ts'
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

/** Without `learnt`, reads by its nearest examples and article texts alone. */
export function createReader(kb: KnowledgeBase, learnt: Learnt | null): Reader {
  const corpus = buildCorpus(kb)
  const vectors = createVectors(corpus, learnt?.vocabulary ?? vocabularyOf(corpus))
  const gather = createGather(corpus, corpus.samples, vectors, learnt?.weights ?? null)
  const gatherParts = createGatherParts(
    kb,
    corpus,
    vectors,
    partSamples(kb, corpus),
    learnt?.parts.weights ?? null,
  )
  const weigh = createWeigh(kb, corpus, learnt?.calibrations ?? untrained)
  const words = topicsByWord(corpus, kb)
  const { of: read, settle } = keepTexts((text) => weigh(gather(text)))
  for (const built of [corpus.settle, vectors.settle, settle]) built()
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
    familiarity: (text) => familiarity(text, corpus.frequencies, vectors.has),
    languageOf: createLanguageOf(corpus),
    topicsOf: (word) => words.get(stem(word)) ?? none,
  }
}

const none: ReadonlyMap<string, number> = new Map()

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

function topicsByWord(
  { samples, documents }: Corpus,
  kb: KnowledgeBase,
): Map<string, Map<string, number>> {
  const texts = [
    ...samples.map(({ text, label }) => ({ text, topic: label })),
    ...documents.map(({ text, articleId }) => ({ text, topic: articleId })),
  ].filter(({ topic }) => kb.articles.has(topic))
  const totals = new Map<string, number>()
  for (const { topic } of texts) totals.set(topic, (totals.get(topic) ?? 0) + 1)
  const words = new Map<string, Map<string, number>>()
  for (const { text, topic } of texts) {
    for (const word of new Set(tokenize(text).map(stem))) {
      const shares = words.get(word) ?? new Map<string, number>()
      words.set(word, shares.set(topic, (shares.get(topic) ?? 0) + 1 / (totals.get(topic) ?? 1)))
    }
  }
  return words
}
