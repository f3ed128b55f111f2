import { expect, it } from 'vitest'
import { scoreLinear } from './linear-classifier.ts'
import { packWeights, scoreClasses, scorePacked } from './packed-weights.ts'

const weights = Float32Array.from([1.27, 0, -0.5, 100, 0, -127])
const bias = Float32Array.from([0.25, -1])
const model = { classes: 2, weights, bias }
const only = (term: number) => ({ indices: Uint32Array.of(term), values: Float32Array.of(1) })

it('keeps every weight to within half a step of its class, in a quarter of the room', () => {
  const packed = packWeights(model)
  for (const term of [0, 1, 2]) {
    const [first = 0, second = 0] = scoreLinear(model, only(term))
    const [packedFirst = 0, packedSecond = 0] = scorePacked(packed, only(term))
    expect(Math.abs(packedFirst - first)).toBeLessThanOrEqual(0.5001 * 0.01)
    expect(Math.abs(packedSecond - second)).toBeLessThanOrEqual(0.5001 * 1)
  }
  expect(packed.weights.byteLength).toBe(weights.byteLength / 4)
})

it('scores some classes as it scores all', () => {
  const packed = packWeights(model)
  const all = scorePacked(packed, only(1))
  expect(scoreClasses(packed, only(1), Int32Array.of(1, -1, 0), 7)).toEqual(
    Float32Array.of(all[1] ?? 0, 7, all[0] ?? 0),
  )
})

it('packs a class without any weight', () => {
  const empty = { classes: 1, weights: new Float32Array(2), bias: Float32Array.of(0.5) }
  expect(scorePacked(packWeights(empty), only(0))).toEqual(Float32Array.of(0.5))
})
