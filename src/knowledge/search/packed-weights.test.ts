import { expect, it } from 'vitest'
import { packWeights, unpackWeights } from './packed-weights.ts'

it('gives back every weight to within half a step of its class, and no weight as none', () => {
  const weights = Float32Array.from([1.27, 0, -0.5, 100, 0, -127])
  const bias = Float32Array.from([0.25, -1])
  const packed = packWeights({ classes: 2, weights, bias })
  const unpacked = unpackWeights(packed)
  for (const [i, weight] of weights.entries()) {
    const step = i % 2 === 0 ? 0.01 : 1
    expect(Math.abs((unpacked.weights[i] ?? 0) - weight)).toBeLessThanOrEqual(0.5001 * step)
  }
  expect(unpacked.weights[4]).toBeCloseTo(0)
  expect(unpacked.bias).toEqual(bias)
  expect(packed.weights.byteLength).toBe(weights.length)
})

it('packs a class without any weight', () => {
  const empty = { classes: 1, weights: new Float32Array(2), bias: new Float32Array(1) }
  expect(unpackWeights(packWeights(empty))).toEqual(empty)
})
