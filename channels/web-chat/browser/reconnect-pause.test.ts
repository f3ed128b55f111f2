import { expect, it } from 'vitest'
import { reconnectPauseMs } from './reconnect-pause.ts'

it('comes back soon at first, and is patient with a server that stays away', () => {
  const pauses = Array.from({ length: 40 }, (_, tries) => reconnectPauseMs(tries, 0.5))
  expect(pauses[0]).toBe(300)
  // A server that needs two seconds to start is met about a second after it is there, at the latest.
  const aboutTwoSeconds = pauses.findIndex((_, i) => sum(pauses.slice(0, i + 1)) > 2_000)
  expect(pauses[aboutTwoSeconds]).toBeLessThan(1_100)
  expect(pauses.at(-1)).toBe(10_000)
})

it('does not bring everybody back at once', () => {
  expect(reconnectPauseMs(3, 0.99)).toBeGreaterThan(2.5 * reconnectPauseMs(3, 0))
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
