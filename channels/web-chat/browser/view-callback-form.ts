import { html, nothing, type TemplateResult } from 'lit-html'
import type { Card } from './frames.ts'
import { icon } from './icons.ts'
import type { Template, View } from './view.ts'

/** When and where we call: a number, a time, and what is wrong at the field where it is wrong. */
export function callbackForm(
  { slots }: Extract<Card, { kind: 'callback-form' }>,
  { state, say, act }: View,
): TemplateResult {
  const { phone, slot, phoneError, slotError } = state.form
  const submit = (event: Event) => {
    event.preventDefault()
    act.submitForm(slots)
  }
  const options = slots.map(
    ({ label }, i) =>
      html`<label class="option"><input type="radio" name="slot" .checked=${slot === i} @change=${() => act.fillForm({ slot: i, slotError: null })}> ${label.charAt(0).toUpperCase() + label.slice(1)}</label>`,
  )
  return html`<form class="callback" novalidate @submit=${submit}>
    <div class=${phoneError === null ? 'field' : 'field has-error'}>
      <label for="phone">${say('phone-label')}</label>
      <p class="hint" id="phone-hint">${say('phone-hint')}</p>
      ${errorText('phone-error', phoneError)}
      <input class="input" id="phone" type="tel" autocomplete="tel" inputmode="tel" .value=${phone}
        aria-invalid=${phoneError === null ? 'false' : 'true'}
        aria-describedby=${phoneError === null ? 'phone-hint' : 'phone-hint phone-error'}
        @input=${(event: InputEvent) => act.fillForm({ phone: (event.target as HTMLInputElement).value })}>
    </div>
    <fieldset class=${slotError === null ? 'field' : 'field has-error'} aria-describedby=${slotError === null ? nothing : 'slot-error'}>
      <legend>${say('slot-legend')}</legend>
      ${errorText('slot-error', slotError)}
      ${options}
    </fieldset>
    <div class="buttons">
      <button class="button primary" type="submit">${say('book')}</button>
      <button class="button quiet" type="button" @click=${() => act.choose('no-thanks', say('regret'))}>${say('regret')}</button>
    </div>
  </form>`
}

function errorText(id: string, text: string | null): Template {
  return text === null
    ? nothing
    : html`<p class="error-text" id=${id}>${icon('alert')}<span>${text}</span></p>`
}
