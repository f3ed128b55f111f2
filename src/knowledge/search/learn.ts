import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { type Calibration, fitCalibration } from './calibration.ts'
import { buildCorpus, type Corpus } from './corpus.ts'
import { createGather, evidenceFor } from './evidence.ts'
import { kindOf, type LabelKind, labelKinds } from './label-kind.ts'
import { type LearntParts, learnParts } from './learn-parts.ts'
import { type LinearWeights, trainLinear } from './linear-classifier.ts'
import { makeNoisy } from './noise.ts'
import { seededRandom } from './random.ts'
import type { Sample } from './samples.ts'
import { createVectorizer, fitVocabulary, type Vectorizer, type Vocabulary } from './vectorizer.ts'

/** What was learnt from a knowledge base: plain data, kept in a file under the version that it was learnt from. */
export type Learnt = {
  kbVersion: string
  vocabulary: Vocabulary
  labels: readonly string[]
  weights: LinearWeights
  calibrations: Readonly<Record<LabelKind, Calibration>>
  parts: LearntParts
}

export function learn(kb: KnowledgeBase): Learnt {
  const corpus = buildCorpus(kb)
  const vocabulary = vocabularyOf(corpus)
  const vectorizer = createVectorizer(vocabulary)
  return {
    kbVersion: kb.version,
    vocabulary,
    labels: corpus.labels,
    weights: trainOn(corpus, corpus.samples, vectorizer, NOISY_COPIES),
    calibrations: calibrate(kb, corpus, vectorizer),
    parts: learnParts(kb, corpus, vectorizer),
  }
}

export function vocabularyOf({ samples, documents, toTerms }: Corpus): Vocabulary {
  return fitVocabulary([...samples, ...documents].map(({ text }) => toTerms(text)))
}

export function trainOn(
  { labels, toTerms }: Corpus,
  samples: readonly Sample[],
  vectorizer: Vectorizer,
  copies: number,
): LinearWeights {
  const random = seededRandom(1)
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const noisy = samples.flatMap((sample) =>
    Array.from({ length: copies }, () => ({ ...sample, text: makeNoisy(sample.text, random) })),
  )
  const all = [...samples, ...noisy]
  return trainLinear({
    vectors: all.map(({ text }) => vectorizer.toVector(toTerms(text))),
    targets: all.map(({ label }) => labelIndex.get(label) ?? 0),
    classes: labels.length,
    terms: vectorizer.size,
    random,
  })
}

/**
 * Finds out on phrasings that were held back how often evidence is right. Each fold is read by a model that has
 * not seen it, so confidence means the same for words that nobody has thought of.
 */
function calibrate(
  kb: KnowledgeBase,
  corpus: Corpus,
  vectorizer: Vectorizer,
): Learnt['calibrations'] {
  const kinds = corpus.labels.map((label) => kindOf(label, kb.articles))
  const rows = Object.fromEntries(
    labelKinds.map((kind) => [kind, { evidence: [], isRight: [] }]),
  ) as unknown as Record<LabelKind, { evidence: number[][]; isRight: boolean[] }>
  for (const { held, gather } of heldOut(corpus, vectorizer)) {
    for (const { text, label } of held) {
      const terms = corpus.toTerms(text)
      const evidence = gather(terms, vectorizer.toVector(terms))
      for (const [i, kind] of kinds.entries()) {
        const row = evidenceFor(evidence, i)
        // Far away labels are never in doubt, and would only take time.
        if ((row[0] ?? 0) < -1.2 && corpus.labels[i] !== label) continue
        rows[kind].evidence.push(row)
        rows[kind].isRight.push(corpus.labels[i] === label)
      }
    }
  }
  const fit = (kind: LabelKind) => fitCalibration(rows[kind].evidence, rows[kind].isRight)
  return Object.fromEntries(labelKinds.map((kind) => [kind, fit(kind)])) as Learnt['calibrations']
}

/** Each fold of the samples with a way to gather evidence that was made from the other folds. */
export function* heldOut(corpus: Corpus, vectorizer: Vectorizer, copies = 0, folds = FOLDS) {
  for (let fold = 0; fold < folds; fold++) {
    const held = corpus.samples.filter((_, i) => i % folds === fold)
    const rest = corpus.samples.filter((_, i) => i % folds !== fold)
    const weights = trainOn(corpus, rest, vectorizer, copies)
    yield { held, rest, gather: createGather(corpus, rest, vectorizer, weights) }
  }
}

const NOISY_COPIES = 2
const FOLDS = 4
