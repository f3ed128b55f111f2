import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { type Calibrated, calibrate } from './calibrate.ts'
import { buildCorpus, type Corpus } from './corpus.ts'
import { type LearntParts, learnParts } from './learn-parts.ts'
import { type PackedWeights, packWeights } from './packed-weights.ts'
import { trainLabels } from './train-labels.ts'
import { fitVocabulary, type Vocabulary } from './vectorizer.ts'
import { createVectors } from './vectors.ts'

/** What was learnt from a knowledge base: plain data, kept in a file under the version that it was learnt from. */
export type Learnt = Calibrated & {
  kbVersion: string
  vocabulary: Vocabulary
  labels: readonly string[]
  weights: PackedWeights
  parts: LearntParts
}

export function learn(kb: KnowledgeBase): Learnt {
  const corpus = buildCorpus(kb)
  const vocabulary = vocabularyOf(corpus)
  const vectors = createVectors(corpus, vocabulary)
  return {
    kbVersion: kb.version,
    vocabulary,
    labels: corpus.labels,
    weights: packWeights(trainLabels(corpus, corpus.samples, vectors, NOISY_COPIES)),
    ...calibrate(kb, corpus, vectors),
    parts: learnParts(kb, corpus, vectors),
  }
}

export function vocabularyOf({ samples, documents, tables, toTerms }: Corpus): Vocabulary {
  const texts = [...samples, ...documents].map(({ text }) => toTerms(text))
  return fitVocabulary(texts, tables)
}

const NOISY_COPIES = 1
