import { html, nothing, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import type { CallbackOutcome } from '#conversation/events.ts'
import { icon } from './icon.ts'
import { isLate } from './lists.ts'
import type { Scene } from './scene.ts'
import { draftKey, type OpenTalk } from './state.ts'
import { promise } from './times.ts'

/** A promise to contact the citizen: what was promised, the number behind one press, and how it went. */
export function viewCallback(scene: Scene, open: OpenTalk): TemplateResult | typeof nothing {
  const { say, state, nowMs } = scene.page
  const { row } = open
  if (!row?.callback) return nothing
  const { means, slot } = row.callback
  const late = isLate(row, nowMs)
  const heading =
    means === 'phone' && late ? 'call-now' : { phone: 'call', sms: 'text', here: 'here' }[means]
  return html`<form class=${late ? 'notice danger plain' : 'notice plain'} @submit=${(event: SubmitEvent) => report(scene, event)}>
    ${icon(means === 'phone' ? 'phone' : 'sms')}<h2>${say(`callback.${heading}`)}</h2>
    <div class="callback-form">
      <p>${say('callback.promise', { when: promise(slot.to, nowMs, state.language, say) })} ${say(means === 'here' ? 'callback.here-how' : 'callback.noted')}</p>
      ${means === 'here' ? nothing : [viewNumber(scene, open), viewOutcome(scene, open)]}
    </div>
  </form>`
}

function viewOutcome({ page, actions }: Scene, { conversationId }: OpenTalk): TemplateResult {
  const { say } = page
  const key = draftKey('wrap-up', conversationId)
  return html`<div class="field"><label for="wrap-up">${say('wrap-up.label')}</label><p class="hint" id="wrap-up-hint">${say('wrap-up.hint')}</p>
      <textarea class="input" id="wrap-up" rows="2" maxlength="2000" aria-describedby="wrap-up-hint" .value=${live(page.state.drafts.get(key) ?? '')} @input=${(event: Event) => actions.setDraft(key, (event.target as HTMLTextAreaElement).value)}></textarea></div>
    <fieldset class="field"><legend>${say('callback.how')}</legend>
      <div class="buttons">
        <button class="button" value="reached">${icon('check')} ${say('callback.reached')}</button>
        <button class="button" value="tried">${say('callback.tried')}</button>
        <button class="button" value="not-reached">${say('callback.not-reached')}</button>
      </div>
      <p class="hint">${say('callback.hint')}</p></fieldset>`
}

function report(scene: Scene, event: SubmitEvent): void {
  event.preventDefault()
  const pressed = (event.submitter as HTMLButtonElement | null)?.value
  const outcome = outcomes.find((one) => one === pressed)
  if (outcome === 'not-reached') scene.page.set({ dialog: 'not-reached' })
  else if (outcome) void reportCallback(scene, outcome)
}
const outcomes: readonly CallbackOutcome[] = ['reached', 'tried', 'not-reached']

/** Notes how a promised contact went, with what stands in the wrap-up. */
export async function reportCallback(
  { page, actions }: Scene,
  outcome: CallbackOutcome,
): Promise<void> {
  const { open, drafts } = page.state
  if (!open) return
  const key = draftKey('wrap-up', open.conversationId)
  if (await actions.report(outcome, (drafts.get(key) ?? '').trim())) actions.setDraft(key, '')
}

function viewNumber({ page, actions }: Scene, { number }: OpenTalk): TemplateResult {
  const { say } = page
  switch (number.is) {
    case 'hidden':
      return html`<div class="buttons"><button class="button primary" type="button" @click=${() => actions.showNumber()}>${say('callback.show')}</button></div>`
    case 'none':
      return html`<p id="number" tabindex="-1">${say('callback.no-number')}</p>`
    case 'shown':
      return html`<p id="number" tabindex="-1">${say('callback.number')} <a class="number" href=${`tel:${number.number}`}>${spaced(number.number)}</a></p>`
  }
}

// +45 20 00 01 23: in pairs after the country code, as Danes read numbers.
function spaced(number: string): string {
  const danish = /^(\+45)?(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(number)
  return danish ? danish.slice(1).filter(Boolean).join('\u00a0') : number
}
