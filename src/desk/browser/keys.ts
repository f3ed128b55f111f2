import type { Actions } from './actions.ts'
import { focusNextPane, focusOn, focusRow } from './focus.ts'
import type { Page } from './page.ts'
import { mayClose } from './state.ts'

/** The keyboard of the desk. One-key shortcuts rest in fields and dialogs, and can be turned off. */
export function listenToKeys(page: Page, actions: Actions): void {
  const single: Readonly<Record<string, () => void>> = {
    j: () => focusRow(1),
    k: () => focusRow(-1),
    n: () => void actions.next(),
    t: () => void actions.take(),
    r: () => focusOn('write'),
    b: () => void actions.returnToBot(),
    a: () => {
      const { open } = page.state
      if (open && mayClose(page.state, open)) page.set({ dialog: 'close' })
    },
    '?': () => page.set({ dialog: 'keys' }),
  }
  document.addEventListener('keydown', (event) => {
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
