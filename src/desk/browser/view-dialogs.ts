import { html, nothing, type TemplateResult } from 'lit-html'
import type { Scene } from './scene.ts'
import { chooseShortcuts } from './settings.ts'
import { forgetColleagues, viewColleagues } from './view-colleagues.ts'
import { viewDialog } from './view-dialog.ts'

/** The dialog that is open, if one is. */
export function viewDialogs(scene: Scene): TemplateResult | typeof nothing {
  switch (scene.page.state.dialog) {
    case 'none':
      forgetColleagues()
      return nothing
    case 'keys':
      return viewKeys(scene)
    case 'close':
      return viewClose(scene)
    case 'erase':
      return viewErase(scene)
    case 'colleagues':
      return viewColleagues(scene)
  }
}

const keyRows: readonly [readonly string[], string][] = [
  [['J', 'K'], 'move'],
  [['Enter'], 'open'],
  [['N'], 'next'],
  [['T'], 'take'],
  [['R'], 'write'],
  [['Ctrl', 'Enter'], 'send'],
  [['B'], 'return'],
  [['A'], 'close'],
  [['F6'], 'pane'],
  [['?'], 'help'],
]

function viewKeys({ page }: Scene): TemplateResult {
  const { say, state } = page
  const content = html`<table class="keys-table">
      <caption class="unseen">${say('keys.caption')}</caption>
      <tbody>${keyRows.map(([keys, name]) => html`<tr><th scope="row">${keys.map((key) => html`<kbd>${key}</kbd> `)}</th><td>${say(`keys.${name}`)}</td></tr>`)}</tbody>
    </table>
    <label class="option"><input type="checkbox" ?checked=${state.shortcuts} @change=${(event: Event) => chooseShortcuts(page, (event.target as HTMLInputElement).checked)}> ${say('keys.on')}</label>
    <p class="hint">${say('keys.hint')}</p>
    <form method="dialog" class="buttons"><button class="button primary" autofocus>${say('dialog.close')}</button></form>`
  return viewDialog(page, 'keys', say('keys.title'), content)
}

const endings = ['solved-by-staff', 'answered', 'abandoned', 'connection-lost'] as const

function viewClose({ page, actions }: Scene): TemplateResult {
  const { say } = page
  const close = (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    const ending = endings.find((one) => one === given.get('end')) ?? 'solved-by-staff'
    void actions.close(ending, String(given.get('wrap-up') ?? '').trim())
  }
  const content = html`<form @submit=${close}>
    <fieldset class="field"><legend>${say('close.how')}</legend>
      ${endings.map((one, i) => html`<label class="option"><input type="radio" name="end" value=${one} ?checked=${i === 0} ?autofocus=${i === 0}> ${say(`close.${one}`)}</label>`)}
    </fieldset>
    <div class="field"><label for="close-wrap-up">${say('wrap-up.label')}</label><p class="hint" id="close-hint">${say('wrap-up.hint')}</p>
      <textarea class="input" id="close-wrap-up" name="wrap-up" rows="3" maxlength="2000" aria-describedby="close-hint"></textarea></div>
    <div class="buttons"><button class="button primary">${say('close.go')}</button>
      <button class="button" type="button" @click=${() => page.set({ dialog: 'none' })}>${say('dialog.cancel')}</button></div>
  </form>`
  return viewDialog(page, 'close', say('close.title'), content)
}

function viewErase({ page, actions }: Scene): TemplateResult {
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
