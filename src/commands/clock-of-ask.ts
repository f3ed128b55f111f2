import type { Clock } from '#platform/clock.ts'

/** A Tuesday morning on which every queue is open: when a question says no other time. */
export const USUAL_TIME = '2026-06-09T09:00:00.000Z'

export type SettableClock = Clock & { set(at: string): void }

/** Stands still until it is set. */
export function clockOfAsk(): SettableClock {
  let at = USUAL_TIME
  return {
    now: () => at,
    set: (instant) => {
      at = instant
    },
  }
}
