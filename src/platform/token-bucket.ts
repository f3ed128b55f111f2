/** Holds `capacity` at most and refills by `perSecond`: bursts pass, floods do not. */
export type BucketLimit = { capacity: number; perSecond: number }
export type TokenBucket = {
  /** False when there is nothing left: what was asked is to be refused. */
  take(): boolean
  isFull(): boolean
  /** How long until there is something to take; 0: now. */
  waitMs(): number
}

export function tokenBucket(
  limit: BucketLimit,
  monotonicMs: () => number = () => performance.now(),
): TokenBucket {
  let level = limit.capacity
  let filledAtMs = monotonicMs()
  const refill = () => {
    const nowMs = monotonicMs()
    level = Math.min(limit.capacity, level + ((nowMs - filledAtMs) / 1000) * limit.perSecond)
    filledAtMs = nowMs
  }
  return {
    take() {
      refill()
      if (level < 1) return false
      level -= 1
      return true
    },
    isFull() {
      refill()
      return level >= limit.capacity
    },
    waitMs() {
      refill()
      return level >= 1 ? 0 : Math.ceil(((1 - level) / limit.perSecond) * 1000)
    },
  }
}

/** A bucket for each key, such as a network address. Full ones are forgotten, so that the map stays small. */
export function bucketsByKey(
  limit: BucketLimit,
  monotonicMs: () => number = () => performance.now(),
): (key: string) => TokenBucket {
  const buckets = new Map<string, TokenBucket>()
  return (key) => {
    if (buckets.size >= 10_000) forgetFull(buckets)
    const known = buckets.get(key) ?? tokenBucket(limit, monotonicMs)
    buckets.set(key, known)
    return known
  }
}

function forgetFull(buckets: Map<string, TokenBucket>): void {
  for (const [key, bucket] of buckets) if (bucket.isFull()) buckets.delete(key)
}
