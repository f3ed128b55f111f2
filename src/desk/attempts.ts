import type { Clock } from '#platform/clock.ts'

const WINDOW_MS = 15 * 60 * 1000
const MAX_KEYS = 10_000

/** Counts attempts per key in a window that slides; in memory, as a restart forgives. */
export function attempts(clock: Clock, max: number) {
  const seen = new Map<string, readonly number[]>()
  const recent = (key: string, now: number) =>
    (seen.get(key) ?? []).filter((at) => at > now - WINDOW_MS)
  return {
    /** Counts one more and tells how many minutes to wait; 0: go ahead. */
    take(key: string): number {
      const now = Date.parse(clock.now())
      const before = recent(key, now)
      const oldest = before[0]
      if (before.length >= max && oldest !== undefined)
        return Math.max(1, Math.ceil((oldest + WINDOW_MS - now) / 60_000))
      if (seen.size >= MAX_KEYS) forgetOldest(seen)
      seen.set(key, [...before, now])
      return 0
    },
    forgive: (key: string) => void seen.delete(key),
    /** The attempt that was taken last was no failure. */
    giveBack: (key: string) => void seen.set(key, (seen.get(key) ?? []).slice(0, -1)),
  }
}

// Somebody who tries ten thousand names does not fill the memory.
function forgetOldest(seen: Map<string, unknown>): void {
  const first = seen.keys().next()
  if (!first.done) seen.delete(first.value)
}
