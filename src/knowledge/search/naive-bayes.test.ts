import { expect, it } from 'vitest'
import { scoreLinear } from './linear-classifier.ts'
import { trainBayes } from './naive-bayes.ts'
import type { SparseVector } from './vectorizer.ts'

const vector = (...indices: number[]): SparseVector => ({
  indices: Uint32Array.from(indices),
  values: Float32Array.from(indices, () => 1 / Math.sqrt(indices.length)),
})

it('speaks for the class whose texts hold the words, and not at all on a word that all hold', () => {
  const weights = trainBayes({
    vectors: [vector(0, 2), vector(0, 2), vector(1, 2), vector(1, 2)],
    targets: [[0], [0], [1], [1]],
    classes: 2,
    terms: 3,
  })
  const [own, other] = scoreLinear(weights, vector(0))
  expect(own).toBeGreaterThan(1)
  expect(other).toBeLessThan(-1)
  expect(scoreLinear(weights, vector(2))[0]).toBeCloseTo(0)
})
