import type { Announcer } from './announce.ts'
import type { Link } from './link.ts'
import { type Say, sayIn } from './say.ts'
import type { DeskState, OpenTalk } from './state.ts'

/** The page's one moving part: a state, and what is drawn from it. */
export type Page = {
  readonly state: DeskState
  readonly say: Say
  /** Now, by the server's clock, in milliseconds. */
  readonly nowMs: number
  readonly link: Link
  readonly announce: Announcer
  set(change: Partial<DeskState>): void
  /** Changes the open conversation, if it is still this one. */
  setOpen(conversationId: string, change: (open: OpenTalk) => Partial<OpenTalk>): void
}

export function makePage(input: {
  state: DeskState
  link: Link
  announce: Announcer
  draw: (page: Page) => void
}): Page {
  let { state } = input
  let drawing = false
  // Several changes in one go are drawn once.
  const drawSoon = () => {
    if (drawing) return
    drawing = true
    queueMicrotask(() => {
      drawing = false
      input.draw(page)
    })
  }
  const page: Page = {
    get state() {
      return state
    },
    get say() {
      return sayIn(state.language)
    },
    get nowMs() {
      return Date.now() + state.clockOffsetMs
    },
    link: input.link,
    announce: input.announce,
    set(change) {
      state = { ...state, ...change }
      drawSoon()
    },
    setOpen(conversationId, change) {
      const { open } = state
      if (open?.conversationId === conversationId) page.set({ open: { ...open, ...change(open) } })
    },
  }
  return page
}
