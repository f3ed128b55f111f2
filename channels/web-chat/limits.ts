import type { BucketLimit } from '#platform/token-bucket.ts'

/** How much one citizen, and one network address (a library has many citizens), may send. */
export type WebChatLimits = {
  maxFrameBytes: number
  saysPerCitizen: BucketLimit
  saysPerAddress: BucketLimit
  framesPerConnection: BucketLimit
  connectionsPerAddress: BucketLimit
  /** Open at the same time: each may hold a frame that never ends. */
  openPerAddress: number
  /** Frames refused in a row before the connection is cut. */
  patience: number
  /** A connection that has not answered for two heartbeats is dropped. */
  heartbeatMs: number
  /** A page without a script waits so long for its answer; what is not there by then is fetched by a button. */
  replyWithinMs: number
}

export const defaultWebChatLimits: WebChatLimits = {
  maxFrameBytes: 64 * 1024,
  saysPerCitizen: { capacity: 8, perSecond: 0.5 },
  saysPerAddress: { capacity: 120, perSecond: 10 },
  framesPerConnection: { capacity: 40, perSecond: 5 },
  connectionsPerAddress: { capacity: 60, perSecond: 2 },
  openPerAddress: 300,
  patience: 1000,
  heartbeatMs: 15_000,
  replyWithinMs: 5_000,
}
