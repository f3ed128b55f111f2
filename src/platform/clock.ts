/** Tells the time. The demo and the tests run one that stands elsewhere; everything else asks this one. */
export type Clock = {
  /** Now, as an instant in ISO 8601 UTC with milliseconds. */
  now(): string
}

export const systemClock: Clock = { now: () => new Date().toISOString() }

/** A clock that starts at an instant and runs on from there. */
export function clockFrom(
  start: string,
  monotonicMs: () => number = () => performance.now(),
): Clock {
  const startMs = Date.parse(start)
  const zero = monotonicMs()
  return { now: () => new Date(startMs + monotonicMs() - zero).toISOString() }
}
