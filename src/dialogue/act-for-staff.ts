import type { StaffAct } from '#conversation/decide-staff.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'
import type { ActDeps } from './act.ts'
import { conversationOf } from './conversation-of.ts'
import { decideAndAct } from './decide-and-act.ts'
import { eraseConversation } from './erase-conversation.ts'
import type { PersonalValue } from './ports.ts'
import { clean } from './receive/clean.ts'
import type { StaffActed, StaffActs } from './staff-acts.ts'

export type StaffDeps = ActDeps & {
  clock: Clock
  ids: Ids
  staffName(staffId: string): Promise<string>
}

/** What staff do, each as one decision: of two who act at once the log lets one win. */
export function actForStaff(deps: StaffDeps): StaffActs {
  const { log, personal, registers, clock, ids } = deps

  async function perform(
    conversationId: string,
    act: StaffAct,
    written: readonly PersonalValue[] = [],
    receivedAs?: string,
  ): Promise<StaffActed> {
    const options = { personal: written, ...(receivedAs === undefined ? {} : { receivedAs }) }
    const occasion = { type: 'staff-acted', act } as const
    if ((await decideAndAct(deps, conversationId, occasion, options)) === 'done')
      return { state: 'done' }
    const { handledBy, holder } = await conversationOf(log, conversationId)
    const taken = handledBy === 'staff' && holder !== null && holder !== act.staffId
    return taken ? { state: 'taken', by: await deps.staffName(holder) } : { state: 'gone' }
  }

  /** A note and its id; no note is written for an empty text. */
  function noted(text: string): { noteId: string | null; written: PersonalValue[] } {
    const value = clean(text)
    if (value === '') return { noteId: null, written: [] }
    const noteId = ids.next()
    return { noteId, written: [{ of: noteId, field: 'note', value }] }
  }

  return {
    async claim(conversationId, staffId) {
      const { holder } = await conversationOf(log, conversationId)
      if (holder === staffId) return { state: 'done' }
      return perform(conversationId, { act: 'claim', staffId })
    },
    async say(conversationId, staffId, text, messageId) {
      const value = clean(text)
      if (value === '') return { state: 'gone' }
      const receivedAs = `staff:${staffId}:${conversationId}:${messageId}`
      if (await log.hasReceived(receivedAs)) return { state: 'done' }
      const id = ids.next()
      const written = [{ of: id, field: 'text', value } as const]
      const act = { act: 'say', staffId, messageId: id } as const
      return perform(conversationId, act, written, receivedAs)
    },
    returnToBot: (conversationId, staffId) => perform(conversationId, { act: 'return', staffId }),
    async close(conversationId, staffId, disposition, wrapUp) {
      const { noteId, written } = noted(wrapUp)
      return perform(conversationId, { act: 'close', staffId, disposition, noteId }, written)
    },
    async note(conversationId, staffId, text) {
      const { noteId, written } = noted(text)
      if (!noteId) return { state: 'gone' }
      return perform(conversationId, { act: 'note', staffId, noteId }, written)
    },
    async reportCallback(conversationId, staffId, outcome, wrapUp) {
      const { noteId, written } = noted(wrapUp)
      return perform(conversationId, { act: 'report-callback', staffId, outcome, noteId }, written)
    },
    async showNumber(conversationId, staffId) {
      const { callback } = await conversationOf(log, conversationId)
      if (!callback || callback.state === 'cancelled') return undefined
      const number = await personal.get(conversationId, callback.phoneOf, 'phone')
      if (number === undefined) return undefined
      const seen = { by: staffId, at: clock.now(), why: 'callback number shown' }
      await registers.set('numbers-shown', conversationId, JSON.stringify({ staffId }), seen)
      return number
    },
    async erase(conversationId, staffId, why) {
      await registers.set('erasures', conversationId, '{}', { by: staffId, at: clock.now(), why })
      await eraseConversation(deps, conversationId, clock.now())
    },
  }
}
