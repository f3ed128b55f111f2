import type { Conversation } from './conversation.ts'
import { decideCallback } from './decide-callback.ts'
import { aheadOf } from './decide-handoff.ts'
import type { ConversationEvent } from './events.ts'
import type { Findings } from './findings.ts'
import { fixed, replyTo } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * While queued the bot still listens: a callback may be arranged, "nej tak" leaves the queue;
 * everything else is kept for staff and acknowledged once.
 */
export function decideQueued(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
): ConversationEvent[] {
  const found = findings.understanding
  const leaves =
    (found.kind === 'chosen' && (found.choice === 'leave-queue' || found.choice === 'no-thanks')) ||
    (found.kind === 'no' && !(c.handoff?.overdue && c.asks.for === 'callback'))
  if (leaves && !isArranging(c)) return leaveQueue(c, findings, s)
  if (found.kind === 'no') return [noted(c, findings, s)]
  const arranged = decideCallback(c, findings, s)
  if (arranged) return arranged
  if (found.kind === 'human' || (found.kind === 'chosen' && found.choice === 'human')) {
    return [alreadyQueued(c, findings, s)]
  }
  return c.notedInQueue ? [] : [noted(c, findings, s)]
}

function isArranging({ asks }: Conversation): boolean {
  return asks.for === 'callback-number' || asks.for === 'callback-slot'
}

function leaveQueue(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent[] {
  const { at } = s
  const waitsHere = c.callback?.means === 'here' && c.callback.state === 'open'
  return [
    ...(waitsHere ? [{ type: 'callback-cancelled', at, by: 'citizen' } as const] : []),
    { type: 'handoff-returned', at, by: 'citizen' },
    replyTo(c, findings, s, { outcome: 'small-talk', says: [fixed(s, 'human.left')] }),
  ]
}

function noted(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  const says = [fixed(s, 'human.noted')]
  return replyTo(c, findings, s, {
    outcome: 'handed-off-queued',
    says,
    choices: ['call-me', 'leave-queue'],
  })
}

function alreadyQueued(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  const reference = { kind: 'reference', reference: c.handoff?.reference ?? '' } as const
  return replyTo(c, findings, s, {
    outcome: 'handed-off-queued',
    says: [fixed(s, 'human.already-queued', { reference, ahead: aheadOf(s) })],
    choices: ['call-me', 'leave-queue'],
  })
}
