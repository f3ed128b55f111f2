import type { Corpus } from './corpus.ts'
import { createGather, type Gather, indexEvidence } from './evidence.ts'
import { packWeights } from './packed-weights.ts'
import type { Sample } from './samples.ts'
import { trainLabels } from './train-labels.ts'
import type { Vectors } from './vectors.ts'

export type Fold = { held: readonly Sample[]; gather: Gather }

/** Each fold of the samples with a way to gather evidence that was made from the other folds. */
export function* heldOut(
  corpus: Corpus,
  vectors: Vectors,
  isTrained: boolean,
  foldOf: (sample: Sample, index: number) => number = (_, index) => index % FOLDS,
): Generator<Fold> {
  const folds = new Set(corpus.samples.map(foldOf))
  for (const fold of folds) {
    const held = corpus.samples.filter((sample, i) => foldOf(sample, i) === fold)
    const rest = corpus.samples.filter((sample, i) => foldOf(sample, i) !== fold)
    const weights = isTrained ? packWeights(trainLabels(corpus, rest, vectors, 0)) : null
    const index = indexEvidence(corpus, rest, vectors)
    yield { held, gather: createGather(corpus, vectors, index, weights) }
  }
}

const FOLDS = 3
