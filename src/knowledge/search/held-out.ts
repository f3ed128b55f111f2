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
  foldOf: (sample: Sample, index: number) => number = foldsByAuthor(corpus.samples),
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

/**
 * What one author has written is read by who knows only the others, as strangers' words will be; authors of few lines
 * share a fold. Decoys have no author, and are dealt out; so is everything where there are too few authors.
 */
export function foldsByAuthor(
  samples: readonly Sample[],
): (sample: Sample, index: number) => number {
  const written = new Map<string, number>()
  for (const { origin } of samples)
    if (origin !== 'decoy') written.set(origin, (written.get(origin) ?? 0) + 1)
  if (written.size < FOLDS) return (_, index) => index % FOLDS
  const sizes = new Array<number>(FOLDS).fill(0)
  const foldOf = new Map<string, number>()
  for (const [origin, lines] of [...written].sort((a, b) => b[1] - a[1])) {
    const smallest = sizes.indexOf(Math.min(...sizes))
    sizes[smallest] = (sizes[smallest] ?? 0) + lines
    foldOf.set(origin, smallest)
  }
  return ({ origin }, index) => foldOf.get(origin) ?? index % FOLDS
}

const FOLDS = 3
