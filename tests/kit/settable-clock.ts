import type { Clock } from '#platform/clock.ts'

export type SettableClock = Clock & { set(copenhagen: string): void; forward(ms: number): void }

/** Stands still until it is moved. Takes instants: `2026-06-05T20:00:00Z` is 22:00 in Copenhagen. */
export function settableClock(start: string): SettableClock {
  let ms = Date.parse(start)
  return {
    now: () => new Date(ms).toISOString(),
    set: (instant) => {
      ms = Date.parse(instant)
    },
    forward: (by) => {
      ms += by
    },
  }
}

export const FRIDAY_NIGHT = '2026-06-05T20:00:00.000Z'
export const MONDAY_MORNING = '2026-06-08T07:00:00.000Z'
