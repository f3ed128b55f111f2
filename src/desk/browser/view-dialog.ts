import { html, type TemplateResult } from 'lit-html'
import { ref } from 'lit-html/directives/ref.js'
import { focusOn } from './focus.ts'
import type { Page } from './page.ts'

/** A modal dialog; however it ends, the focus goes back to what opened it, or to the conversation. */
export function viewDialog(
  page: Page,
  name: string,
  title: string,
  content: TemplateResult,
): TemplateResult {
  const show = (element?: Element) => {
    if (element instanceof HTMLDialogElement && !element.open)
      // Its content must be there for the browser to choose what gets the focus.
      queueMicrotask(() => element.isConnected && !element.open && element.showModal())
  }
  const closed = () => {
    page.set({ dialog: 'none' })
    if (document.activeElement === document.body) focusOn('heading')
  }
  return html`<dialog class="dialog" aria-labelledby=${`${name}-title`} ${ref(show)} @close=${closed}>
    <h2 id=${`${name}-title`}>${title}</h2>
    ${content}
  </dialog>`
}
