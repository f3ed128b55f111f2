import type { Outgoing } from '#dialogue/ports.ts'
import { createBell } from './bell.ts'
import type { SenderDeps } from './deps.ts'
import { sendOutgoing } from './send-outgoing.ts'

/**
 * Sends what waits in the outbox until the signal aborts, and then resolves as soon as the attempts under way have ended.
 * All state is in the outbox: killed at any line, the next process goes on where this one was.
 *
 *   lease ─► text and number ─► settle(sending) ─► provider ─► settle(sent | retry | in-doubt | dead)
 */
export async function runSmsSender(deps: SenderDeps, signal: AbortSignal): Promise<void> {
  const bell = createBell()
  const stopListening = deps.onWork(bell.ring)
  const underWay = new Map<string, Promise<void>>()
  let nextTryAt = Number.POSITIVE_INFINITY
  while (!signal.aborted) {
    if (nextTryAt <= Date.parse(deps.clock.now())) nextTryAt = Number.POSITIVE_INFINITY
    const leased = await lease(deps, deps.pace.atOnce - underWay.size)
    for (const one of leased) {
      // A lease that ran out while this process was held up: its attempt still goes on.
      if (underWay.has(one.id)) continue
      const attempt = send(one).finally(() => {
        underWay.delete(one.id)
        bell.ring()
      })
      underWay.set(one.id, attempt)
    }
    const dueMs = Math.max(0, nextTryAt - Date.parse(deps.clock.now()))
    await bell.sleep(Math.min(dueMs, deps.pace.lookEveryMs), signal)
  }
  stopListening()
  await Promise.all(underWay.values())

  async function send(one: Outgoing): Promise<void> {
    try {
      const fate = await sendOutgoing(deps, one)
      if (fate.state === 'retry' || fate.state === 'in-doubt')
        nextTryAt = Math.min(nextTryAt, Date.parse(fate.at))
    } catch (error) {
      // Its lease runs out, and then it is looked at again.
      deps.log.error({ err: error, messageId: one.id }, 'sms attempt broke off')
    }
  }
}

async function lease(deps: SenderDeps, room: number): Promise<readonly Outgoing[]> {
  if (room <= 0) return []
  const { outbox, clock, pace, log } = deps
  const at = clock.now()
  const until = new Date(Date.parse(at) + pace.leaseMs).toISOString()
  try {
    return await outbox.lease('sms', at, until, room)
  } catch (error) {
    log.error({ err: error }, 'sms outbox cannot be read')
    return []
  }
}
