import { html, nothing, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import type { Scene } from './scene.ts'
import type { OpenTalk } from './state.ts'
import { foundFor } from './writing-actions.ts'

/** Finds a canned reply as one types, and puts it into the field. */
export function viewCanned(
  { page, writing }: Scene,
  open: OpenTalk,
): TemplateResult | typeof nothing {
  const { picker, row } = open
  if (!picker || !row) return nothing
  const { say, state } = page
  const found = foundFor(page, open)
  const chosen = found[picker.at]
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const does = {
      ArrowDown: () => writing.moveInCanned(1),
      ArrowUp: () => writing.moveInCanned(-1),
      Enter: () => writing.useCanned(chosen),
      Escape: () => writing.closeCanned(),
    }[event.key]
    if (!does) return
    event.preventDefault()
    does()
  }
  return html`<div class="canned">
    <div class="field"><label for="canned-find">${say('canned.find')}</label>
      <input class="input" id="canned-find" role="combobox" autocomplete="off" aria-expanded=${found.length > 0} aria-controls="canned-list" aria-autocomplete="list"
        aria-activedescendant=${chosen ? `canned-${chosen.id}` : nothing} .value=${live(picker.typed)} @input=${(event: Event) => writing.findCanned((event.target as HTMLInputElement).value)} @keydown=${press}></div>
    <ul class="canned-list" id="canned-list" role="listbox" aria-label=${say('canned.name')}>
      ${found.map(
        (reply) =>
          html`<li role="option" id=${`canned-${reply.id}`} lang=${row.language} aria-selected=${reply === chosen} @click=${() => writing.useCanned(reply)}><b>${reply[row.language].title}</b><span>${reply[row.language].text}</span></li>`,
      )}
    </ul>
    ${found.length === 0 ? html`<p class="hint" role="status">${say('canned.none')}</p>` : nothing}
    <div class="canned-foot">
      <p class="hint"><kbd>↑</kbd> <kbd>↓</kbd> ${say('canned.choose')} · <kbd>Enter</kbd> ${say('canned.insert')} · <kbd>Esc</kbd> ${say('canned.close')}</p>
      ${state.me?.role === 'lead' ? html`<button class="button small" type="button" @click=${() => page.set({ dialog: 'canned' })}>${say('canned.edit')}</button>` : nothing}
      <button class="button small" type="button" @click=${() => writing.closeCanned()}>${say('dialog.close')}</button>
    </div>
  </div>`
}
