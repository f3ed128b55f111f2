import type { Conversation } from './conversation.ts'
import { evolve, isPaused } from './conversation.ts'
import { decideDue } from './decide-due.ts'
import { leaveQueue } from './decide-queued.ts'
import { decideStaffAct, type StaffAct } from './decide-staff.ts'
import { decideTurn } from './decide-turn.ts'
import { dispositionOf } from './disposition-of.ts'
import { duesAgain, duesOf } from './due-times.ts'
import type { ConversationEvent } from './events.ts'
import type { Findings } from './findings.ts'
import type { Decision, DueName, Surroundings } from './surroundings.ts'

/** Everything that asks for a decision. */
export type Occasion =
  | { type: 'turn-interpreted'; findings: Findings }
  | { type: 'time-passed'; due: DueName; holderPresent: boolean }
  | { type: 'staff-acted'; act: StaffAct }
  | { type: 'citizen-closed' }
  | { type: 'citizen-opted-out' }

/** Pure: what happens now, and what becomes due. No events means that nothing is to be done, but perhaps to look again. */
export function decide(conversation: Conversation, occasion: Occasion, s: Surroundings): Decision {
  const events = eventsFor(conversation, occasion, s)
  if (events.length === 0) {
    const isDue = occasion.type === 'time-passed'
    return { events, dues: isDue ? duesAgain(conversation, occasion.due, s) : [] }
  }
  const after = events.reduce(evolve, conversation)
  return { events, dues: duesOf(conversation, after, s) }
}

function eventsFor(c: Conversation, occasion: Occasion, s: Surroundings): ConversationEvent[] {
  switch (occasion.type) {
    case 'turn-interpreted':
      return decideTurn(c, occasion.findings, s)
    case 'time-passed':
      return decideDue(c, occasion.due, occasion.holderPresent, s)
    case 'staff-acted':
      return decideStaffAct(c, occasion.act, s)
    case 'citizen-closed':
      return endBy(c, s, 'citizen')
    case 'citizen-opted-out':
      return c.handledBy === 'queue' || isPaused(c) ? leaveQueue(c, s) : []
  }
}

function endBy(c: Conversation, { at }: Surroundings, by: 'citizen'): ConversationEvent[] {
  if (c.handledBy === 'nobody' || c.startedAt === null) return []
  return [{ type: 'conversation-closed', at, by, disposition: dispositionOf(c) }]
}
