import { type Conversation, hasOpenCallback } from './conversation.ts'
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
      if (c.handledBy !== 'queue' || c.handoff?.overdue) return []
      return [{ type: 'handoff-overdue', at }, ...tell(c, overdueNotice(c, s))]
    case 'holder-offline':
      if (c.handledBy !== 'staff' || !c.holder || holderPresent) return []
      return [
        { type: 'holder-lost', at, staffId: c.holder },
        ...tell(c, notify(c, s, { says: [fixed(s, 'human.holder-lost')] })),
      ]
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
  return c.handledBy === 'bot' && !waitsForAnswer && !waitsForCall
}

/** Without the number nobody could call: an open promise goes with the texts. */
function erasedByTime(c: Conversation, at: string): ConversationEvent[] {
  if (c.erased) return []
  const cancelled = { type: 'callback-cancelled', at, by: 'erasure' } as const
  return [...(hasOpenCallback(c) ? [cancelled] : []), { type: 'text-erased', at }]
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
