import { type Conversation, hasOpenCallback, isPaused, waitsForPromise } from './conversation.ts'
import { aheadOf } from './decide-handoff.ts'
import { dispositionOf } from './disposition-of.ts'
import { IDLE_CLOSE_AFTER_WARNING_MS } from './due-times.ts'
import type { ConversationEvent } from './events.ts'
import { fixed, notify } from './say.ts'
import type { DueName, Surroundings } from './surroundings.ts'

/** What a moment that was waited for brings; nothing when the conversation has moved on. */
export function decideDue(
  c: Conversation,
  due: DueName,
  holderPresent: boolean,
  s: Surroundings,
): ConversationEvent[] {
  const { at } = s
  switch (due) {
    case 'take-turn':
      return []
    case 'handoff-overdue':
      return isOverdue(c, s) ? overdue(c, s) : []
    case 'desk-hours':
      if (c.handledBy === 'queue' && !s.desk.open && !waitsForPromise(c))
        return pause(c, s, 'human.closing')
      return isPaused(c) && s.desk.open && s.desk.accepting ? resume(c, s) : []
    case 'holder-offline':
      if (c.handledBy !== 'staff' || !c.holder || holderPresent) return []
      return loseHolder(c, c.holder, s)
    case 'idle-warning':
      return isIdle(c) && !c.idleWarned ? tell(c, idleWarning(c, s)) : []
    case 'idle-close':
      if (!isIdle(c) || (c.channel === 'web-chat' && !c.idleWarned)) return []
      return [{ type: 'conversation-closed', at, by: 'time', disposition: dispositionOf(c) }]
    case 'retention':
      return erasedByTime(c, at)
  }
}

/** Someone who waits for a person or a call, or whose text nobody has answered, is not idle; a page left behind is. */
function isIdle(c: Conversation): boolean {
  const waitsForCall = hasOpenCallback(c) && c.channel !== 'web-chat'
  const waitsForAnswer = c.unanswered.length > 0 && !c.optedOut
  return c.handledBy === 'bot' && !waitsForAnswer && !waitsForCall && !isPaused(c)
}

/** Without the number nobody could call: an open promise goes with the texts. */
function erasedByTime(c: Conversation, at: string): ConversationEvent[] {
  if (c.erased) return []
  const cancelled = { type: 'callback-cancelled', at, by: 'erasure' } as const
  return [...(hasOpenCallback(c) ? [cancelled] : []), { type: 'text-erased', at }]
}

/** A promise is broken by its own time; everybody else has waited too long after so many open minutes. */
function isOverdue(c: Conversation, { at, desk }: Surroundings): boolean {
  if (c.handledBy !== 'queue' || c.handoff?.overdue) return false
  return waitsForPromise(c) || at >= desk.overdueAt
}

function overdue(c: Conversation, s: Surroundings): ConversationEvent[] {
  const event = { type: 'handoff-overdue', at: s.at } as const
  return s.desk.open
    ? [event, ...tell(c, overdueNotice(c, s))]
    : [event, ...pause(c, s, 'human.closing')]
}

/** Nobody stays in the queue of a closed desk: the citizen hears what is true, and the bot listens meanwhile. */
function pause(c: Conversation, s: Surroundings, name: string): ConversationEvent[] {
  const opens = { kind: 'instant', at: s.desk.opensAt } as const
  const notice = notify(c, s, {
    says: [fixed(s, name, { opens })],
    choices: ['call-me', 'leave-queue'],
    asks: { for: 'callback', slots: s.desk.slots },
  })
  return [{ type: 'handoff-paused', at: s.at }, ...tell(c, notice)]
}

function resume(c: Conversation, s: Surroundings): ConversationEvent[] {
  const { at, desk, fresh } = s
  const reference = c.handoff?.reference ?? fresh.reference
  const says = [fixed(s, 'human.queued-again', { ahead: aheadOf(s) })]
  const notice = notify(c, s, { says, choices: ['call-me', 'leave-queue'] })
  return [{ type: 'handoff-queued', at, queue: desk.queue, reference }, ...tell(c, notice)]
}

function loseHolder(c: Conversation, staffId: string, s: Surroundings): ConversationEvent[] {
  const event = { type: 'holder-lost', at: s.at, staffId } as const
  if (!s.desk.open) return [event, ...pause(c, s, 'human.holder-lost-closed')]
  return [event, ...tell(c, notify(c, s, { says: [fixed(s, 'human.holder-lost')] }))]
}

function overdueNotice(c: Conversation, s: Surroundings): ConversationEvent {
  return notify(c, s, {
    says: [fixed(s, 'human.overdue')],
    choices: ['call-me', 'leave-queue'],
    asks: { for: 'callback', slots: s.desk.slots },
  })
}

function idleWarning(c: Conversation, s: Surroundings): ConversationEvent {
  const minutes = { kind: 'number', number: IDLE_CLOSE_AFTER_WARNING_MS / 60_000 } as const
  const says = [fixed(s, 'conversation.idle-warning', { minutes })]
  return notify(c, s, { says, choices: ['stay'] })
}

function tell(c: Conversation, notice: ConversationEvent): ConversationEvent[] {
  return c.optedOut ? [] : [notice]
}
