import type { CannedReply, CannedWords } from '#desk/canned-replies.ts'
import { findCanned, insertAt } from './canned-find.ts'
import { focusOn, putCursor } from './focus.ts'
import type { Page } from './page.ts'
import { draftKey, faultOf, isHeldBy, type OpenTalk } from './state.ts'

export type WritingActions = ReturnType<typeof writingActions>

/** What helps with writing a reply. Nothing here sends: it puts words into the field, where they can be changed. */
export function writingActions(page: Page) {
  const { link, announce } = page
  const held = (): OpenTalk | undefined => {
    const { open } = page.state
    return open && !open.left && isHeldBy(page.state, open.row) ? open : undefined
  }
  const insert = ({ conversationId }: OpenTalk, text: string) => {
    const key = draftKey('reply', conversationId)
    const before = page.state.drafts.get(key) ?? ''
    const field = document.querySelector<HTMLTextAreaElement>('#write')
    const place = {
      from: field?.selectionStart ?? before.length,
      to: field?.selectionEnd ?? before.length,
    }
    const { text: written, cursor } = insertAt(before, text, place)
    page.set({ drafts: new Map(page.state.drafts).set(key, written), notice: null })
    putCursor(cursor)
  }
  return {
    openCanned() {
      const talk = held()
      if (!talk) return
      page.setOpen(talk.conversationId, () => ({ picker: { typed: '', at: 0 } }))
      focusOn('canned')
    },
    closeCanned() {
      const talk = held()
      if (talk) page.setOpen(talk.conversationId, () => ({ picker: null }))
      focusOn('write')
    },
    findCanned(typed: string) {
      const talk = held()
      if (talk) page.setOpen(talk.conversationId, () => ({ picker: { typed, at: 0 } }))
    },
    moveInCanned(step: 1 | -1) {
      const talk = held()
      if (!talk?.picker) return
      const found = foundFor(page, talk)
      const { typed, at } = talk.picker
      const next = Math.min(Math.max(at + step, 0), Math.max(found.length - 1, 0))
      page.setOpen(talk.conversationId, () => ({ picker: { typed, at: next } }))
    },
    useCanned(reply: CannedReply | undefined) {
      const talk = held()
      if (!talk?.row || !reply) return
      page.setOpen(talk.conversationId, () => ({ picker: null }))
      insert(talk, reply[talk.row.language].text)
      announce.tell(page.say('canned.inserted'))
    },
    useSuggestion() {
      const talk = held()
      if (!talk?.suggestion) return
      insert(talk, talk.suggestion.text)
      page.setOpen(talk.conversationId, () => ({ suggestion: null }))
      announce.tell(page.say('suggest.inserted'))
    },
    /** Tells whether it was kept. */
    async keepCanned(id: string | null, words: CannedWords): Promise<boolean> {
      const fault = faultOf(await link.act({ do: 'keep-canned', id, words }))
      if (fault) announce.warn(page.say(fault))
      page.set({ notice: fault ? page.say(fault) : null })
      if (!fault) announce.tell(page.say('canned.kept'))
      return fault === undefined
    },
    async removeCanned(id: string): Promise<void> {
      const fault = faultOf(await link.act({ do: 'remove-canned', id }))
      if (fault) announce.warn(page.say(fault))
      page.set({ notice: fault ? page.say(fault) : null })
      if (!fault) announce.tell(page.say('canned.removed'))
    },
  }
}

/** The canned replies that are offered now, in the language of the conversation. */
export function foundFor(page: Page, { picker, row }: OpenTalk): readonly CannedReply[] {
  return findCanned(page.state.canned, picker?.typed ?? '', row?.language ?? page.state.language)
}
