import type { Actions } from './actions.ts'
import type { Page } from './page.ts'

/** What every part of the page is drawn from. */
export type Scene = { page: Page; actions: Actions }
