import { html, type TemplateResult } from 'lit-html'
import type { Scene } from './scene.ts'
import { reportCallback } from './view-callback.ts'
import { viewDialog } from './view-dialog.ts'

/** Giving up on a call is told to the citizen and cannot be taken back: said before it is done. */
export function viewNotReached(scene: Scene): TemplateResult {
  const { page } = scene
  const { say } = page
  const go = () => {
    page.set({ dialog: 'none' })
    void reportCallback(scene, 'not-reached')
  }
  const content = html`<p>${say('not-reached.told')}</p>
    <div class="buttons"><button class="button danger-fill" type="button" @click=${go}>${say('callback.not-reached')}</button>
      <button class="button" type="button" autofocus @click=${() => page.set({ dialog: 'none' })}>${say('not-reached.keep')}</button></div>`
  return viewDialog(page, 'not-reached', say('not-reached.title'), content)
}
