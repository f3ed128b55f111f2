import type { Actions } from './actions.ts'
import { focusNextPane, focusOn, focusRow } from './focus.ts'
import type { Page } from './page.ts'
import { mayClose } from './state.ts'
import type { WritingActions } from './writing-actions.ts'

/** Whoever forgot that they are not in the field and begins a word presses the next key sooner than this. */
const SLIP_MS = 350

/** The keyboard of the desk. One-key shortcuts rest in fields and dialogs, and can be turned off. */
export function listenToKeys(page: Page, actions: Actions, writing: WritingActions): void {
  let slip: ReturnType<typeof setTimeout> | undefined
  const single: Readonly<Record<string, () => void>> = {
    j: () => focusRow(1),
    k: () => focusRow(-1),
    n: () => void actions.next('heading'),
    t: () => void actions.take('heading'),
    r: () => focusOn('write'),
    '/': () => writing.openCanned(),
    f: () => writing.useSuggestion(),
    // Giving a citizen away cannot be taken back: "Beklager" must not do it.
    b: () => {
      slip = setTimeout(() => void actions.returnToBot(), SLIP_MS)
    },
    a: () => {
      const { open } = page.state
      if (open && mayClose(page.state, open)) page.set({ dialog: 'close' })
    },
    '?': () => page.set({ dialog: 'keys' }),
  }
  document.addEventListener('keydown', (event) => {
    clearTimeout(slip)
    if (document.querySelector('dialog[open]') || event.isComposing) return
    if (event.key === 'F6') {
      event.preventDefault()
      return focusNextPane(event.shiftKey)
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if ((event.target as Element).id !== 'write') return
      event.preventDefault()
      return void actions.send()
    }
    if (!page.state.shortcuts || event.ctrlKey || event.metaKey || event.altKey) return
    if ((event.target as Element).closest('input, textarea, select, [contenteditable]')) return
    const press = single[event.key.toLowerCase()]
    if (!press || event.repeat) return
    event.preventDefault()
    press()
  })
}
