import { type Conversation, hasOpenCallback } from './conversation.ts'
import type { CallbackPromise, ConversationEvent, HandoffReason, SlotValue } from './events.ts'
import type { Findings } from './findings.ts'
import { fixed, replyTo } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Bot → staff, as one transaction: requested, then queued or failed, and only then the citizen is told.
 * With nobody on duty nothing is queued: a callback with a time is offered.
 */
export function decideHandoff(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  reason: HandoffReason,
): ConversationEvent[] {
  const { at, desk } = s
  const requested = { type: 'handoff-requested', at, queue: desk.queue, reason } as const
  if (!desk.accepting) {
    const failed = { type: 'handoff-failed', at, queue: desk.queue } as const
    const says = [fixed(s, 'human.failed')]
    return [requested, failed, replyTo(c, findings, s, { outcome: 'handed-off-failed', says })]
  }
  if (!desk.open || !desk.onDuty) return [requested, offerCallback(c, findings, s)]
  const { reference } = s.fresh
  const queued = { type: 'handoff-queued', at, queue: desk.queue, reference } as const
  return [
    requested,
    queued,
    replyTo(c, findings, s, {
      outcome: 'handed-off-queued',
      says: [
        fixed(s, 'human.queued', {
          reference: { kind: 'reference', reference },
          ahead: aheadOf(s),
        }),
      ],
      choices: ['call-me', 'leave-queue'],
    }),
  ]
}

function offerCallback(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  const { desk } = s
  const { callback } = c
  if (callback && hasOpenCallback(c) && callback.means === 'phone') {
    return replyTo(c, findings, s, {
      outcome: 'handed-off-callback',
      says: [fixed(s, 'human.promised-phone', promiseSlots(callback, c))],
      choices: ['call-me', 'no-thanks'],
      asks: { for: 'callback', slots: desk.slots },
    })
  }
  const opens = { kind: 'instant', at: desk.opensAt } as const
  const closedDay = closedDayOf(findings, s)
  return replyTo(c, findings, s, {
    outcome: 'handed-off-callback',
    says: [
      closedDay
        ? fixed(s, 'human.closed-day', { 'closed-day': closedDay, opens })
        : desk.open
          ? fixed(s, 'human.nobody')
          : fixed(s, 'human.closed', { opens }),
    ],
    choices:
      c.channel === 'sms' ? ['call-me', 'write-here', 'no-thanks'] : ['call-me', 'no-thanks'],
    asks: { for: 'callback', slots: desk.slots },
  })
}

/** The day for which the call was wanted, if the desk is closed on it. */
function closedDayOf({ understanding }: Findings, { desk }: Surroundings): SlotValue | undefined {
  const day = understanding.kind === 'human' ? understanding.day : undefined
  return day !== undefined && desk.isClosedOn(day) ? { kind: 'closed-day', date: day } : undefined
}

export function promiseSlots(
  promise: Pick<CallbackPromise, 'reference' | 'phoneOf' | 'slot'>,
  { topic }: Conversation,
): Record<string, SlotValue> {
  return {
    ...(topic && { about: { kind: 'topic', articleId: topic.articleId } }),
    'number-end': { kind: 'phone-end', utteranceId: promise.phoneOf },
    slot: { kind: 'slot', slot: promise.slot },
    reference: { kind: 'reference', reference: promise.reference },
  }
}

export function aheadOf({ desk }: Surroundings): SlotValue {
  const { ahead } = desk
  const reply = ahead === 0 ? 'ahead-none' : ahead === 1 ? 'ahead-one' : 'ahead-many'
  return { kind: 'reply', reply: `human.${reply}`, count: ahead }
}
