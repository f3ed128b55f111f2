import type { CallbackOutcome } from '#conversation/events.ts'
import type { Act, ActResult } from '#desk/frames.ts'
import type { PresenceState } from '#desk/presence.ts'
import type { TranscriptLine } from '#dialogue/transcript.ts'
import { focusOn } from './focus.ts'
import { listsOf, nextOf } from './lists.ts'
import type { Page } from './page.ts'
import { afterOf, draftKey, faultOf, isHeldBy, opening, type Undone } from './state.ts'
import { titleOf } from './titles.ts'

export type Ending = Extract<Act, { do: 'close' }>['disposition']
/** Where to go once a conversation is taken: who pressed a key reads first, and has another key for the field. */
type Then = 'heading' | 'write'
/** As long as the server lets a closing be taken back. */
const UNDO_MS = 10 * 60_000
export const MAX_MESSAGE_LENGTH = 2000
export type Actions = ReturnType<typeof deskActions>

/** What a press or a key does. */
export function deskActions(page: Page) {
  const { link, announce } = page
  const tellFault = (result: ActResult | Undone): boolean => {
    const fault = faultOf(result)
    if (fault) announce.warn(page.say(fault))
    if (fault) page.set({ notice: page.say(fault) })
    return fault !== undefined
  }
  const openTalk = () => {
    const { open } = page.state
    return open && !open.left ? open : undefined
  }
  const setDraft = (key: string, text: string) =>
    page.set({ drafts: new Map(page.state.drafts).set(key, text), notice: null })

  const open = (conversationId: string) => {
    if (page.state.open?.conversationId === conversationId) return
    const row = page.state.rows.get(conversationId) ?? null
    page.set({ open: opening(conversationId, row), notice: null, dialog: 'none' })
    link.send({ type: 'open', conversationId, after: 0 })
    if (row) announce.tell(page.say('say.opened', { topic: titleOf(row, page.say) }))
  }
  const claim = async (conversationId: string, then: Then): Promise<void> => {
    open(conversationId)
    const result = await link.act({ do: 'claim', conversationId })
    if (result.state === 'taken') {
      page.setOpen(conversationId, () => ({ takenBy: result.by }))
      announce.tell(page.say('talk.taken', { name: result.by }))
      focusOn('heading')
    } else if (!tellFault(result)) {
      announce.tell(page.say('claim.done'))
      focusOn(then)
    }
  }
  return {
    open,
    claim,
    setDraft,
    leave() {
      page.set({ open: null, notice: null })
      link.send({ type: 'leave' })
      focusOn('list')
    },
    async next(then: Then): Promise<void> {
      const { rows, me, filter } = page.state
      const next = me && nextOf(listsOf(rows.values(), me.id, filter))
      if (next) return await claim(next.conversationId, then)
      announce.tell(page.say('say.nobody'))
    },
    async take(then: Then): Promise<void> {
      const talk = openTalk()
      if (talk?.row?.state === 'waiting') return claim(talk.conversationId, then)
    },
    async send() {
      const talk = openTalk()
      if (!talk || !isHeldBy(page.state, talk.row)) return
      const { conversationId } = talk
      const key = draftKey('reply', conversationId)
      const text = (page.state.drafts.get(key) ?? '').trim()
      const refuse = (name: string) => {
        announce.warn(page.say(name))
        page.set({ notice: page.say(name) })
      }
      if (!link.isUp()) return refuse('write.offline')
      if (text === '') return refuse('write.empty')
      if (text.length > MAX_MESSAGE_LENGTH) return refuse('write.too-long')
      const id = crypto.randomUUID()
      setDraft(key, '')
      page.setOpen(conversationId, ({ going }) => ({ going: [...going, { id, text }] }))
      const result = await link.act({ do: 'say', conversationId, text }, id)
      if (result.state === 'done') return announce.tell(page.say('write.sent'))
      page.setOpen(conversationId, ({ going }) => ({ going: going.filter((one) => one.id !== id) }))
      const since = page.state.drafts.get(key) ?? ''
      setDraft(key, since === '' ? text : `${text}\n${since}`)
      announce.warn(page.say('fault.not-sent'))
      page.set({ notice: page.say('fault.not-sent') })
    },
    async returnToBot() {
      const talk = openTalk()
      if (!talk || !isHeldBy(page.state, talk.row)) return
      const { conversationId } = talk
      if (tellFault(await link.act({ do: 'return', conversationId }))) return
      announce.tell(page.say('return.done'))
      focusOn('heading')
    },
    async close(disposition: Ending, wrapUp: string) {
      const { open: talk } = page.state
      page.set({ dialog: 'none' })
      if (!talk) return
      const { conversationId } = talk
      if (tellFault(await link.act({ do: 'close', conversationId, disposition, wrapUp }))) return
      // Once it has left the desk nobody tells us: what we did is what we know.
      page.setOpen(conversationId, ({ row }) => ({
        row: row && { ...row, state: 'closed' },
        undo: { is: 'possible', until: page.nowMs + UNDO_MS },
      }))
      announce.tell(page.say('close.done'))
      focusOn('undo')
    },
    async undoClose() {
      const { open: talk } = page.state
      if (!talk) return
      const { conversationId } = talk
      const result = await link.act({ do: 'reopen', conversationId })
      if (result.state === 'gone') {
        page.setOpen(conversationId, () => ({ undo: { is: 'too-late' } }))
        announce.warn(page.say('undo.too-late'))
      } else if (!tellFault(result)) {
        page.setOpen(conversationId, () => ({ left: false, undo: { is: 'none' } }))
        link.send({ type: 'open', conversationId, after: afterOf(talk) })
        announce.tell(page.say('undo.done'))
      }
      focusOn('heading')
    },
    /** Tells whether the note was kept, so that the field may be emptied. */
    async note(text: string): Promise<boolean> {
      const talk = openTalk()
      if (!talk || text.trim() === '') {
        announce.warn(page.say('note.empty'))
        return false
      }
      const { conversationId } = talk
      if (tellFault(await link.act({ do: 'note', conversationId, text: text.trim() }))) return false
      announce.tell(page.say('note.saved'))
      return true
    },
    async report(outcome: CallbackOutcome, wrapUp: string): Promise<boolean> {
      const talk = openTalk()
      if (!talk) return false
      const { conversationId } = talk
      const act: Act = { do: 'report-callback', conversationId, outcome, wrapUp }
      if (tellFault(await link.act(act))) return false
      announce.tell(page.say('callback.done', { outcome: page.say(`callback.${outcome}`) }))
      focusOn('heading')
      return true
    },
    async showNumber() {
      const talk = openTalk()
      if (!talk) return
      const { conversationId } = talk
      const result = await link.act({ do: 'show-number', conversationId })
      if (tellFault(result) || result.state !== 'number') return
      const { number } = result
      page.setOpen(conversationId, () => ({
        number: number === null ? { is: 'none' } : { is: 'shown', number },
      }))
      focusOn('number')
    },
    async erase(why: string) {
      const { open: talk } = page.state
      page.set({ dialog: 'none' })
      if (!talk) return
      const { conversationId } = talk
      if (tellFault(await link.act({ do: 'erase', conversationId, why }))) return
      // Of what has left the desk nothing more is told: what stands here goes by our own hand.
      page.setOpen(conversationId, ({ left, lines, row }) => ({
        undo: { is: 'none' },
        ...(left && { lines: lines.map(emptied), row: row && { ...row, erased: true } }),
        ...(left && { background: null }),
      }))
      announce.tell(page.say('erase.done'))
      focusOn('heading')
    },
    async choosePresence(state: PresenceState) {
      tellFault(await link.act({ do: 'choose-presence', state }))
    },
  }
}

function emptied(line: TranscriptLine): TranscriptLine {
  return 'text' in line ? { ...line, text: '' } : line
}
