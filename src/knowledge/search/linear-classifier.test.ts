import { expect, it } from 'vitest'
import { scoreLinear, trainLinear } from './linear-classifier.ts'
import { seededRandom } from './random.ts'
import type { SparseVector } from './vectorizer.ts'

const vector = (...indices: number[]): SparseVector => ({
  indices: Uint32Array.from(indices),
  values: Float32Array.from(indices, () => 1 / Math.sqrt(indices.length)),
})
// Terms 0 and 1 speak for class 0, 2 and 3 for class 1, 4 for neither; class 2 holds what is in class 0 or 1.
const training = () => ({
  vectors: [vector(0, 4), vector(1, 4), vector(0, 1), vector(2, 4), vector(3, 4), vector(2, 3)],
  targets: [[0, 2], [0, 2], [0, 2], [1], [1], [1]],
  classes: 3,
  terms: 5,
  random: seededRandom(1),
})

it('tells classes apart, and a vector may be in two', () => {
  const [first, second, both] = scoreLinear(trainLinear(training()), vector(0, 1, 4))
  expect(first).toBeGreaterThan(0)
  expect(second).toBeLessThan(0)
  expect(both).toBeGreaterThan(0)
})

it('learns the same twice', () => {
  expect(trainLinear(training())).toEqual(trainLinear(training()))
})
