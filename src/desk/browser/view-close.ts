import { html, nothing, type TemplateResult } from 'lit-html'
import type { Ending } from './actions.ts'
import { icon } from './icon.ts'
import type { Scene } from './scene.ts'
import { viewDialog } from './view-dialog.ts'

const endings: readonly Ending[] = [
  'solved-by-staff',
  'answered',
  'abandoned',
  'connection-lost',
  'ended-for-abuse',
]
type Closing = { ending: Ending; wrapUp: string; step: 'how' | 'sure' }
const begin: Closing = { ending: 'solved-by-staff', wrapUp: '', step: 'how' }
// Only the open dialog knows it.
let closing = begin

export function forgetClosing(): void {
  closing = begin
}

/** How a conversation ended. Because of abuse takes a reason and a second press, since the citizen is told. */
export function viewClose(scene: Scene): TemplateResult {
  const { page } = scene
  const content = closing.step === 'how' ? viewHow(scene) : viewSure(scene)
  return viewDialog(
    page,
    'close',
    page.say(closing.step === 'how' ? 'close.title' : 'abuse.title'),
    content,
  )
}

function viewHow({ page, actions }: Scene): TemplateResult {
  const { say } = page
  const isAbuse = closing.ending === 'ended-for-abuse'
  const go = (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    const wrapUp = String(given.get('wrap-up') ?? '').trim()
    if (!isAbuse) return void actions.close(closing.ending, wrapUp)
    closing = { ...closing, wrapUp, step: 'sure' }
    page.set({})
  }
  const choose = (ending: Ending) => () => {
    closing = { ...closing, ending }
    page.set({})
  }
  return html`<form @submit=${go}>
    <fieldset class="field"><legend>${say('close.how')}</legend>
      ${endings.map((one) => html`<label class="option"><input type="radio" name="end" value=${one} ?checked=${one === closing.ending} ?autofocus=${one === closing.ending} @change=${choose(one)}> ${say(`close.${one}`)}</label>`)}
    </fieldset>
    ${isAbuse ? html`<div class="notice wait">${icon('info')}<p>${say('abuse.told')}</p></div>` : nothing}
    <div class="field"><label for="close-wrap-up">${say(isAbuse ? 'abuse.why' : 'wrap-up.label')}</label><p class="hint" id="close-hint">${say(isAbuse ? 'abuse.why-hint' : 'wrap-up.hint')}</p>
      <textarea class="input" id="close-wrap-up" name="wrap-up" rows="3" maxlength="2000" ?required=${isAbuse} aria-describedby="close-hint" .value=${closing.wrapUp}></textarea></div>
    <div class="buttons"><button class="button primary">${say(isAbuse ? 'abuse.next' : 'close.go')}</button>
      <button class="button" type="button" @click=${() => page.set({ dialog: 'none' })}>${say('dialog.cancel')}</button></div>
    <p class="hint">${say('close.undo-hint')}</p>
  </form>`
}

function viewSure({ page, actions }: Scene): TemplateResult {
  const { say } = page
  const back = () => {
    closing = { ...closing, step: 'how' }
    page.set({})
  }
  return html`<p>${say('abuse.sure')}</p>
    <p>${say('abuse.told')}</p>
    <div class="buttons"><button class="button danger-fill" type="button" @click=${() => actions.close(closing.ending, closing.wrapUp)}>${say('abuse.go')}</button>
      <button class="button" type="button" @click=${back}>${say('abuse.back')}</button></div>`
}
