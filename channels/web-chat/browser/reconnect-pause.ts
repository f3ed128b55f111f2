const FIRST_PAUSE_MS = 300
const GROWTH = 1.5
const LONGEST_PAUSE_MS = 10_000

/** How long a page waits before it tries to connect again, after so many tries in vain; `random` is from 0 up to 1. */
export function reconnectPauseMs(tries: number, random: number): number {
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * GROWTH ** Math.min(tries, 20))
  // Spread, so that a restarted server is not met by everybody at once.
  return pauseMs * (0.5 + random)
}
