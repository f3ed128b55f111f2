import { expect, it } from 'vitest'
import { fateOf } from './fate-of.ts'

const at = '2026-06-05T20:00:00.000Z'
const pauseAt = (attempts: number, random: number, afterMs: number | null = null) => {
  const attempt = { ended: 'not-now', reason: 'provider-503', afterMs } as const
  const fate = fateOf(attempt, { attempts, inDoubt: false }, at, { random, doubtMs: 1 })
  return fate.state === 'retry' ? Date.parse(fate.at) - Date.parse(at) : fate.state
}

it('pauses double, are spread by chance, and end at ten minutes', () => {
  expect([1, 2, 3, 4].map((attempts) => pauseAt(attempts, 1))).toEqual([1000, 2000, 4000, 8000])
  expect([0, 0.5, 1].map((random) => pauseAt(3, random))).toEqual([2000, 3000, 4000])
  expect(pauseAt(30, 1)).toBe(600_000)
})

it('a pause is never shorter than the provider asks for', () => {
  expect(pauseAt(1, 0, 30_000)).toBe(30_000)
  expect(pauseAt(10, 1, 30_000)).toBe(512_000)
})

it('after a day of tries it is given up', () => {
  expect(pauseAt(100, 1)).toBe('dead')
})
