import { expect, it } from 'vitest'
import { bucketsByKey, tokenBucket } from './token-bucket.ts'

it('a bucket lets a burst pass, refuses a flood and refills with time', () => {
  let nowMs = 0
  const bucket = tokenBucket({ capacity: 3, perSecond: 2 }, () => nowMs)
  expect([1, 2, 3, 4].map(() => bucket.take())).toEqual([true, true, true, false])
  nowMs = 500
  expect([1, 2].map(() => bucket.take())).toEqual([true, false])
  nowMs = 60_000
  expect([1, 2, 3, 4].map(() => bucket.take())).toEqual([true, true, true, false])
})

it('each key has its own bucket', () => {
  const bucketOf = bucketsByKey({ capacity: 1, perSecond: 1 }, () => 0)
  expect(bucketOf('a').take()).toBe(true)
  expect(bucketOf('a').take()).toBe(false)
  expect(bucketOf('b').take()).toBe(true)
})
