import { type Conversation, hasOpenCallback } from './conversation.ts'
import type { CallbackOutcome, ConversationEvent, Disposition } from './events.ts'
import { fixed, notify } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** What staff do. Texts are in the personal store under the ids that stand here. */
export type StaffAct = { staffId: string } & (
  | { act: 'claim' }
  | { act: 'say'; messageId: string }
  | { act: 'return' }
  | { act: 'close'; disposition: Disposition; noteId: string | null }
  | { act: 'reopen' }
  | { act: 'note'; noteId: string }
  | { act: 'report-callback'; outcome: CallbackOutcome; noteId: string | null }
)

/** How long a closing can be taken back. */
export const REOPEN_LIMIT_MS = 10 * 60_000

/** No events: the act is not possible now. */
export function decideStaffAct(
  c: Conversation,
  act: StaffAct,
  s: Surroundings,
): ConversationEvent[] {
  const { staffId } = act
  const { at } = s
  if (c.startedAt === null) return []
  const holds = c.handledBy === 'staff' && c.holder === staffId
  switch (act.act) {
    case 'claim':
      return c.handledBy === 'queue' ? [{ type: 'handoff-accepted', at, staffId }] : []
    case 'say': {
      if (!holds || c.optedOut) return []
      const { channel, address } = c
      const message = { id: act.messageId, channel, address, staffId }
      return [{ type: 'staff-message-sent', at, message }, ...keepPromiseHere(c, staffId, s)]
    }
    case 'return':
      if (!holds) return []
      return [...breakPromiseHere(c, staffId, s), ...returned(c, s)]
    case 'close': {
      if (!holds && !isIdle(c)) return []
      const { disposition } = act
      const closed = { type: 'conversation-closed', at, by: 'staff', disposition } as const
      return [
        ...wrapUp(act.noteId, staffId, s),
        ...breakPromiseHere(c, staffId, s),
        ...(disposition === 'ended-for-abuse' ? sayWhyEnded(c, s) : []),
        closed,
      ]
    }
    case 'reopen':
      return mayReopen(c, s) ? [{ type: 'conversation-reopened', at, staffId }] : []
    case 'note':
      return c.erased ? [] : [{ type: 'note-written', at, staffId, noteId: act.noteId }]
    case 'report-callback':
      return hasOpenCallback(c) ? reportCallback(c, act, s) : []
  }
}

/** Whoever was promised an answer here has it once staff have written. */
function keepPromiseHere(
  c: Conversation,
  staffId: string,
  { at }: Surroundings,
): ConversationEvent[] {
  const waits = c.callback?.means === 'here' && hasOpenCallback(c)
  return waits ? [{ type: 'callback-attempted', at, staffId, outcome: 'reached' }] : []
}

/** Whoever lets go without a word has not kept it, and the log says so. */
function breakPromiseHere(
  c: Conversation,
  staffId: string,
  { at }: Surroundings,
): ConversationEvent[] {
  const waits = c.callback?.means === 'here' && hasOpenCallback(c)
  return waits ? [{ type: 'callback-attempted', at, staffId, outcome: 'not-reached' }] : []
}

// On a screen the line "staff left" stands in the talk; a text message has to say so itself.
function returned(c: Conversation, s: Surroundings): ConversationEvent[] {
  const event = { type: 'handoff-returned', at: s.at, by: 'staff' } as const
  if (c.channel !== 'sms' || c.optedOut) return [event]
  return [event, notify(c, s, { says: [fixed(s, 'human.returned')] })]
}

/** Whoever is shown the door is told why, and where help still is. */
function sayWhyEnded(c: Conversation, s: Surroundings): ConversationEvent[] {
  return c.optedOut ? [] : [notify(c, s, { says: [fixed(s, 'human.ended-for-abuse')] })]
}

function mayReopen({ closed, erased }: Conversation, { at }: Surroundings): boolean {
  if (closed?.by !== 'staff' || erased) return false
  return Date.parse(at) - Date.parse(closed.at) <= REOPEN_LIMIT_MS
}

/** The bot has it and owes nothing. */
function isIdle({ handledBy, unanswered }: Conversation): boolean {
  return handledBy === 'bot' && unanswered.length === 0
}

function reportCallback(
  c: Conversation,
  act: Extract<StaffAct, { act: 'report-callback' }>,
  s: Surroundings,
): ConversationEvent[] {
  const { at } = s
  const { staffId, outcome } = act
  const attempted = { type: 'callback-attempted', at, staffId, outcome } as const
  const written = wrapUp(act.noteId, staffId, s)
  if (outcome === 'tried') return [attempted, ...written, ...tell(c, s, 'callback-tried')]
  const reached = outcome === 'reached'
  // Nobody may write to them: the conversation stays, so that they are told when they ask.
  if (c.optedOut && !reached) return [attempted, ...written]
  const told = reached ? [] : tell(c, s, 'callback-missed')
  if (!isOverWith(c, act)) return [attempted, ...written, ...told]
  const disposition = reached ? 'callback-reached' : 'callback-not-reached'
  return [
    attempted,
    ...written,
    ...told,
    { type: 'conversation-closed', at, by: 'staff', disposition },
  ]
}

/** Nobody waits for anything more, and no colleague has it in hand. */
function isOverWith(
  c: Conversation,
  { staffId, outcome }: Extract<StaffAct, { act: 'report-callback' }>,
): boolean {
  switch (c.handledBy) {
    case 'nobody':
      return false
    case 'bot':
      return isIdle(c)
    case 'queue':
      return outcome === 'reached'
    case 'staff':
      return c.holder === staffId && outcome === 'reached'
  }
}

function tell(c: Conversation, s: Surroundings, reply: string): ConversationEvent[] {
  if (c.handledBy === 'nobody' || c.optedOut || !c.callback) return []
  const end = { kind: 'phone-end', utteranceId: c.callback.phoneOf } as const
  return [notify(c, s, { says: [fixed(s, `human.${reply}`, { 'number-end': end })] })]
}

function wrapUp(noteId: string | null, staffId: string, { at }: Surroundings): ConversationEvent[] {
  return noteId ? [{ type: 'wrap-up-written', at, staffId, noteId }] : []
}
