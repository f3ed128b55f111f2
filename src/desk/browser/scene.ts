import type { Actions } from './actions.ts'
import type { Page } from './page.ts'
import type { WritingActions } from './writing-actions.ts'

/** What every part of the page is drawn from. */
export type Scene = {
  page: Page
  actions: Actions
  writing: WritingActions
  /** Keys are pressed in a reply. */
  tellTyping: () => void
}
