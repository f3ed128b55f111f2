import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { type Calibrated, calibrate } from './calibrate.ts'
import { type LearntParts, learnParts } from './learn-parts.ts'
import { type PackedWeights, packWeights } from './packed-weights.ts'
import { buildIndex, materialOf, type ReadingIndex } from './reading-index.ts'
import { trainLabels } from './train-labels.ts'

/**
 * What was learnt from a knowledge base, and what is looked up to read with it: plain data, kept in a file under the
 * version that it was learnt from.
 */
export type Learnt = Calibrated & {
  kbVersion: string
  index: ReadingIndex
  weights: PackedWeights
  parts: LearntParts
}

/** The halves of what is learnt, about as long each, so that two threads can learn side by side. */
export const halves = {
  models(kb: KnowledgeBase) {
    const material = materialOf(kb)
    // Before the noisy copies are read, which are not to be known.
    const index = buildIndex(kb, material)
    const { corpus, vectors } = material
    const parts = learnParts(kb, corpus, vectors)
    const weights = packWeights(trainLabels(corpus, corpus.samples, vectors, NOISY_COPIES))
    return { kbVersion: kb.version, index, parts, weights }
  },
  sureness(kb: KnowledgeBase) {
    const { corpus, vectors } = materialOf(kb)
    return calibrate(kb, corpus, vectors)
  },
}
export type Half = keyof typeof halves

export function learn(kb: KnowledgeBase): Learnt {
  return { ...halves.models(kb), ...halves.sureness(kb) }
}

const NOISY_COPIES = 1
