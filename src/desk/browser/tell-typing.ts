import type { Page } from './page.ts'
import { isHeldBy } from './state.ts'

const EVERY_MS = 2000

/** Tells the server that keys are pressed in the reply, at most every two seconds. */
export function typingTeller(page: Page): () => void {
  let last = { conversationId: '', at: Number.NEGATIVE_INFINITY }
  return () => {
    const { open } = page.state
    if (!open || open.left || !isHeldBy(page.state, open.row)) return
    const { conversationId } = open
    const now = performance.now()
    if (last.conversationId === conversationId && now - last.at < EVERY_MS) return
    last = { conversationId, at: now }
    page.link.send({ type: 'typing', conversationId })
  }
}
