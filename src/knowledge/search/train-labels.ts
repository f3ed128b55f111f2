import type { Corpus } from './corpus.ts'
import { labelTraining } from './label-training.ts'
import { type LinearWeights, trainLinear } from './linear-classifier.ts'
import { makeNoisy } from './noise.ts'
import { seededRandom } from './random.ts'
import type { Sample } from './samples.ts'
import type { Vectors } from './vectors.ts'

/** Trains on samples, noisy copies of them, and what the articles themselves say. */
export function trainLabels(
  corpus: Corpus,
  samples: readonly Sample[],
  vectors: Vectors,
  copies: number,
): LinearWeights {
  const random = seededRandom(1)
  const noisy = samples.flatMap(({ text, label }) =>
    Array.from({ length: copies }, () => ({ text: makeNoisy(text, random), label })),
  )
  return trainLinear({ ...labelTraining(corpus, [...samples, ...noisy], vectors), random })
}
