import { expect, it } from 'vitest'
import { fromBytes, toBytes } from './flat-file.ts'

const data = {
  words: 'får|å',
  few: Uint16Array.of(1, 65_535, 3),
  many: { weights: Float64Array.of(0.1, -1e300), none: new Int8Array(0) },
  numbers: [0.1, { least: Number.MIN_VALUE }],
}

it('gives back words, numbers and arrays bit by bit', () => {
  expect(fromBytes(toBytes(data))).toEqual(data)
})

it('gives them back from wherever the bytes stand', () => {
  const shifted = new Uint8Array([0, ...toBytes(data)]).subarray(1)
  expect(fromBytes(shifted)).toEqual(data)
})

it('copies no array', () => {
  const bytes = toBytes(data)
  const { few } = fromBytes(bytes) as typeof data
  expect(few.buffer).toBe(bytes.buffer)
})

it('refuses half of the bytes', () => {
  const bytes = toBytes(data)
  expect(() => fromBytes(bytes.slice(0, bytes.length - 8))).toThrow(RangeError)
})
