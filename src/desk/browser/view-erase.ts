import { html, type TemplateResult } from 'lit-html'
import type { Scene } from './scene.ts'
import { viewDialog } from './view-dialog.ts'

/** A lead erases what a citizen wrote; the reason is kept. */
export function viewErase({ page, actions }: Scene): TemplateResult {
  const { say } = page
  const erase = (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    void actions.erase(String(given.get('why') ?? '').trim())
  }
  const content = html`<p>${say('erase.lead')}</p>
    <form @submit=${erase}>
      <div class="field"><label for="erase-why">${say('erase.why')}</label><p class="hint" id="erase-hint">${say('erase.why-hint')}</p>
        <input class="input" id="erase-why" name="why" required maxlength="400" pattern=".*\\S.*" autocomplete="off" aria-describedby="erase-hint" autofocus></div>
      <div class="buttons"><button class="button danger-fill">${say('erase.go')}</button>
        <button class="button" type="button" @click=${() => page.set({ dialog: 'none' })}>${say('erase.keep')}</button></div>
    </form>`
  return viewDialog(page, 'erase', say('erase.title'), content)
}
