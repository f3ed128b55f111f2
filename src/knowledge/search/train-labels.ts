import type { Corpus } from './corpus.ts'
import { familyOf } from './label-kind.ts'
import { type LinearWeights, trainLinear } from './linear-classifier.ts'
import { makeNoisy } from './noise.ts'
import { seededRandom } from './random.ts'
import type { Sample } from './samples.ts'
import type { Vectors } from './vectors.ts'

/** Trains on samples, noisy copies of them, and what the articles themselves say. */
export function trainLabels(
  { labels, documents }: Corpus,
  samples: readonly Sample[],
  vectors: Vectors,
  copies: number,
): LinearWeights {
  const random = seededRandom(1)
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const noisy = samples.flatMap(({ text, label }) =>
    Array.from({ length: copies }, () => ({ text: makeNoisy(text, random), label })),
  )
  const told = documents.flatMap(({ text, articleId }) =>
    text.split(/\n+/).map((line) => ({ text: line, label: articleId })),
  )
  const all = [...samples, ...noisy, ...told]
  const indexOf = (label: string) => labelIndex.get(label) ?? 0
  return trainLinear({
    vectors: all.map(({ text }) => vectors.of(text)),
    targets: all.map(({ label }) => [...new Set([indexOf(label), indexOf(familyOf(label))])]),
    classes: labels.length,
    terms: vectors.size,
    random,
  })
}
