import { expect, it } from 'vitest'
import { seededRandom } from './random.ts'
import { createWeightRows } from './weight-rows.ts'

const TERMS = 50
const random = seededRandom(3)
const different = (terms: number) => ({
  indices: Uint32Array.from({ length: terms }, (_, i) => (7 * i) % TERMS),
  values: Float32Array.from({ length: terms }, random),
})

for (const classes of [1, 15, 16, 17, 18, 19, 33, 198]) {
  it(`scores and learns ${classes} classes to within rounding`, () => {
    const rows = createWeightRows(TERMS, classes, 20)
    const weights = rows.weights.map(() => random() - 0.5)
    rows.weights.set(weights)
    for (let c = 0; c < classes; c++) {
      rows.bias[c] = random()
      rows.steps[c] = random() - 0.5
    }
    for (const text of [different(0), different(1), different(7), different(20)]) {
      rows.score(text)
      rows.learn(text)
      for (let c = 0; c < classes; c++) {
        let margin = rows.bias[c] as number
        for (const [k, term] of text.indices.entries()) {
          const at = term * classes + c
          const value = text.values[k] as number
          margin += value * (weights[at] as number)
          weights[at] = (weights[at] as number) + value * (rows.steps[c] as number)
        }
        expect(rows.scores[c]).toBeCloseTo(margin, 5)
      }
      for (const [at, weight] of weights.entries()) expect(rows.weights[at]).toBeCloseTo(weight, 5)
    }
  })
}
