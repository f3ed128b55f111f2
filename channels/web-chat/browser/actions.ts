import type { ChatController } from './chat-controller.ts'
import { commentFault } from './comment-check.ts'
import type { Comment } from './opinions.ts'
import { phoneFault } from './phone-check.ts'
import { conversationFile, receiptFile, saveFile } from './saving.ts'
import type { Actions } from './view.ts'
import type { Say } from './words.ts'

export const MAX_CHARACTERS = 2000

/** What the page itself must do, since only it has fields, focus and a scroller. */
export type Page = {
  clearField(): void
  /** After writing, ready to write on. */
  focusField(): void
  /** After pressing something: the field, or on touch what there is to read. */
  focusToRead(): void
  focusFault(): void
  toNewest(): void
  scrolled(): void
  show(open: boolean): void
  readAloud(lineId: string): void
}

export function makeActions(chat: ChatController, say: () => Say, page: Page): Actions {
  const said = () => {
    page.toNewest()
    page.focusToRead()
  }
  return {
    show: (open) => page.show(open),
    turnTo: (panel) => chat.turnTo(panel),
    send(text) {
      if (text.trim() === '') return page.focusField()
      if (text.length > MAX_CHARACTERS) return page.focusField()
      chat.say(text.trim())
      page.clearField()
      page.toNewest()
      page.focusField()
    },
    typed(draft) {
      chat.typed(draft)
      const tooLong = Math.max(0, draft.length - MAX_CHARACTERS)
      if (tooLong !== chat.state.tooLong) chat.change({ tooLong })
    },
    choose(choice, label) {
      chat.choose(choice, label)
      said()
    },
    human() {
      chat.choose('human', say()('human'))
      chat.turnTo('log')
      said()
    },
    sendAgain(id) {
      chat.sendAgain(id)
      page.focusField()
    },
    tryAgain() {
      chat.tryAgain()
      said()
    },
    end() {
      chat.end()
    },
    endHere: () => chat.end(),
    erase() {
      if (chat.erase()) return
      chat.change({ panel: 'log', trouble: say()('connecting') })
    },
    startNew() {
      chat.startNew()
      said()
    },
    save(what, lineId = '') {
      const words = say()
      if (what === 'receipt') saveFile(words('save-name'), receiptFile(chat.state, lineId, words))
      else saveFile(words('download-name'), conversationFile(chat.state, words))
    },
    prefer(part) {
      chat.prefer(part)
      if (part.plain !== undefined) chat.change({ whole: [] })
    },
    showWhole(lineId, isWhole) {
      const others = chat.state.whole.filter((id) => id !== lineId)
      chat.change({ whole: isWhole ? [...others, lineId] : others })
    },
    readAloud: (lineId) => page.readAloud(lineId),
    opine(of, helped) {
      if (chat.state.opinions[of] !== undefined) return
      chat.giveOpinion(of, { helped, fate: 'sent', comment: { state: 'none' } })
    },
    comment(of, text) {
      const opinion = chat.state.opinions[of]
      if (opinion === undefined) return
      const put = (comment: Comment) =>
        chat.change({ opinions: { ...chat.state.opinions, [of]: { ...opinion, comment } } })
      if (text === null) return put({ state: 'none' })
      const fault = commentFault(text.trim(), say())
      if (fault === null) {
        chat.giveOpinion(of, { ...opinion, comment: { state: 'sent', text: text.trim() } })
        return
      }
      put({ state: 'asked', fault })
      page.focusFault()
    },
    fillForm(part) {
      chat.change({ form: { ...chat.state.form, ...part } })
    },
    submitForm(slots) {
      const { form } = chat.state
      const phoneError = phoneFault(form.phone, say())
      const chosen = form.slot === null ? undefined : slots[form.slot]
      const slotError = chosen === undefined ? say()('slot-missing') : null
      chat.change({ form: { ...form, phoneError, slotError } })
      if (phoneError !== null || chosen === undefined) return page.focusFault()
      const text = say()('form-said', { slot: chosen.label.toLowerCase() })
      chat.say(text, { via: 'form', slot: chosen.slot, phone: form.phone.trim() })
      said()
    },
    toNewest: () => page.toNewest(),
    scrolled: () => page.scrolled(),
  }
}
