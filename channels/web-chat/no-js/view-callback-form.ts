import type { Card } from '#channels/web-chat/browser/frames.ts'
import { type Html, html } from '#platform/html.ts'
import { choiceButton, errorText, faultAt, postForm, type View } from './view.ts'

/** When and where we call: a number, a time, and what is wrong at the field where it is wrong. */
export function callbackForm(
  { slots }: Extract<Card, { kind: 'callback-form' }>,
  view: View,
): Html {
  const { say, filled } = view
  const phoneFault = faultAt(view, 'phone')
  const slotFault = faultAt(view, 'slot')
  const options = slots.map(({ slot, label }, i) => {
    const value = `${slot.from}/${slot.to}`
    const input =
      filled.slot === value
        ? html`<input type="radio" name="slot" value="${value}" checked>`
        : html`<input type="radio" name="slot" value="${value}"${i === 0 ? html` id="slot"` : null}>`
    return html`<label class="option">${input} ${label.charAt(0).toUpperCase() + label.slice(1)}</label>`
  })
  const fields = html`
    <div class="${phoneFault === null ? 'field' : 'field has-error'}">
      <label for="phone">${say('phone-label')}</label>
      <p class="hint" id="phone-hint">${say('phone-hint')}</p>
      ${errorText('phone-error', phoneFault)}
      <input class="input" id="phone" name="phone" type="tel" autocomplete="tel-national" inputmode="tel" value="${filled.phone}" aria-invalid="${phoneFault === null ? 'false' : 'true'}" aria-describedby="${phoneFault === null ? 'phone-hint' : 'phone-hint phone-error'}">
    </div>
    <fieldset class="${slotFault === null ? 'field' : 'field has-error'}"${slotFault === null ? null : html` aria-describedby="slot-error"`}>
      <legend>${say('slot-legend')}</legend>
      ${errorText('slot-error', slotFault)}
      ${options}
    </fieldset>
    <div class="buttons"><button class="button primary">${say('book')}</button></div>`
  const regret = say('regret')
  return html`${postForm(view, '/chat', { via: 'form' }, fields, 'callback')}${choiceButton(view, 'no-thanks', regret, html`${regret}`, 'button quiet')}`
}
