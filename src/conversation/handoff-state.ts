import type { CallbackPromise, HandoffReason, QueueId } from './events.ts'

/** How the wish for a person stands. */
export type Handoff = {
  queue: QueueId
  reason: HandoffReason
  reference: string | null
  /** Since when a person is waited for; open minutes are counted from it. */
  queuedAt: string | null
  /** The desk closed meanwhile: not in the queue, and back in it at the next opening. */
  paused: boolean
  overdue: boolean
  alarm: boolean
}
export type Callback = CallbackPromise & {
  attempts: number
  state: 'open' | 'tried' | 'reached' | 'not-reached' | 'cancelled'
}

/** Who asks again while the desk is closed keeps the place that they had. */
export function requested(before: Handoff | null, queue: QueueId, reason: HandoffReason): Handoff {
  return { ...(before?.paused ? before : nothingYet), queue, reason }
}

export function queued(
  before: Handoff | null,
  { queue, reference, at }: { queue: QueueId; reference: string; at: string },
): Handoff | null {
  return changed(before, { queue, reference, queuedAt: before?.queuedAt ?? at, paused: false })
}

export function changed(before: Handoff | null, change: Partial<Handoff>): Handoff | null {
  return before && { ...before, ...change }
}

const nothingYet = {
  reference: null,
  queuedAt: null,
  paused: false,
  overdue: false,
  alarm: false,
} as const
