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

/** The halves of what is learnt, about as long each, so that two threads can learn side by side. */
export const halves = {
  weights(kb: KnowledgeBase) {
    const { corpus, vocabulary, vectors } = materialOf(kb)
    const weights = packWeights(trainLabels(corpus, corpus.samples, vectors, NOISY_COPIES))
    return { kbVersion: kb.version, vocabulary, labels: corpus.labels, weights }
  },
  sureness(kb: KnowledgeBase) {
    const { corpus, vectors } = materialOf(kb)
    return { ...calibrate(kb, corpus, vectors), parts: learnParts(kb, corpus, vectors) }
  },
}
export type Half = keyof typeof halves

export function learn(kb: KnowledgeBase): Learnt {
  return { ...halves.weights(kb), ...halves.sureness(kb) }
}

function materialOf(kb: KnowledgeBase) {
  const corpus = buildCorpus(kb)
  const vocabulary = vocabularyOf(corpus)
  return { corpus, vocabulary, vectors: createVectors(corpus, vocabulary) }
}

export function vocabularyOf({ samples, documents, tables, toTerms }: Corpus): Vocabulary {
  const texts = [...samples, ...documents].map(({ text }) => toTerms(text))
  return fitVocabulary(texts, tables)
}

const NOISY_COPIES = 1
