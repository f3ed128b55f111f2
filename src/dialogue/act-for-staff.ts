import type { StaffAct } from '#conversation/decide-staff.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'
import type { ActDeps } from './act.ts'
import { addressView } from './address-view.ts'
import { conversationOf } from './conversation-of.ts'
import { decideAndAct } from './decide-and-act.ts'
import { eraseConversation } from './erase-conversation.ts'
import type { PersonalValue, Views } from './ports.ts'
import { hidePersonal, type StaffText } from './receive/hide-personal.ts'
import type { Mask } from './receive/mask.ts'
import type { StaffActed, StaffActs } from './staff-acts.ts'

export type StaffDeps = ActDeps & {
  clock: Clock
  ids: Ids
  mask: Mask
  views: Views
  staffName(staffId: string): Promise<string>
}

/** What staff do, each as one decision: of two who act at once the log lets one win. */
export function actForStaff(deps: StaffDeps): StaffActs {
  const { log, personal, registers, views, clock, ids, mask } = deps

  async function written(conversationId: string, text: string, as: StaffText): Promise<string> {
    const { language } = await conversationOf(log, conversationId)
    return hidePersonal(mask, text, as, language)
  }

  async function perform(
    conversationId: string,
    act: StaffAct,
    values: readonly PersonalValue[] = [],
    receivedAs?: string,
  ): Promise<StaffActed> {
    const options = { personal: values, ...(receivedAs === undefined ? {} : { receivedAs }) }
    const occasion = { type: 'staff-acted', act } as const
    if ((await decideAndAct(deps, conversationId, occasion, options)) === 'done')
      return { state: 'done' }
    const { handledBy, holder } = await conversationOf(log, conversationId)
    // One person in two tabs: the other tab was faster, and it is theirs all the same.
    if (act.act === 'claim' && holder === act.staffId) return { state: 'done' }
    const taken = handledBy === 'staff' && holder !== null && holder !== act.staffId
    return taken ? { state: 'taken', by: await deps.staffName(holder) } : { state: 'gone' }
  }

  /** A note and its id; no note is written for an empty text. */
  async function noted(
    conversationId: string,
    text: string,
  ): Promise<{ noteId: string | null; values: PersonalValue[] }> {
    const value = await written(conversationId, text, 'note')
    if (value === '') return { noteId: null, values: [] }
    const noteId = ids.next()
    return { noteId, values: [{ of: noteId, field: 'note', value }] }
  }

  return {
    async claim(conversationId, staffId) {
      const { holder } = await conversationOf(log, conversationId)
      if (holder === staffId) return { state: 'done' }
      return perform(conversationId, { act: 'claim', staffId })
    },
    async say(conversationId, staffId, text, messageId) {
      const value = await written(conversationId, text, 'message')
      if (value === '') return { state: 'gone' }
      if ((await conversationOf(log, conversationId)).optedOut) return { state: 'opted-out' }
      const receivedAs = `staff:${staffId}:${conversationId}:${messageId}`
      if (await log.hasReceived(receivedAs)) return { state: 'done' }
      const id = ids.next()
      const values = [{ of: id, field: 'text', value } as const]
      const act = { act: 'say', staffId, messageId: id } as const
      return perform(conversationId, act, values, receivedAs)
    },
    returnToBot: (conversationId, staffId) => perform(conversationId, { act: 'return', staffId }),
    async close(conversationId, staffId, disposition, wrapUp) {
      const { noteId, values } = await noted(conversationId, wrapUp)
      return perform(conversationId, { act: 'close', staffId, disposition, noteId }, values)
    },
    async reopen(conversationId, staffId) {
      const { address } = await conversationOf(log, conversationId)
      const newest = await views.get(addressView, address)
      // Whoever has begun anew is not to be pulled back into what was over.
      if (newest?.conversationId !== conversationId) return { state: 'gone' }
      return perform(conversationId, { act: 'reopen', staffId })
    },
    async note(conversationId, staffId, text) {
      const { noteId, values } = await noted(conversationId, text)
      if (!noteId) return { state: 'gone' }
      return perform(conversationId, { act: 'note', staffId, noteId }, values)
    },
    async reportCallback(conversationId, staffId, outcome, wrapUp) {
      const { noteId, values } = await noted(conversationId, wrapUp)
      return perform(conversationId, { act: 'report-callback', staffId, outcome, noteId }, values)
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
      const reason = await written(conversationId, why, 'reason')
      const entry = { by: staffId, at: clock.now(), why: reason }
      await registers.set('erasures', conversationId, '{}', entry)
      await eraseConversation(deps, conversationId, clock.now())
    },
  }
}
