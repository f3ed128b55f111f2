import { html, type TemplateResult } from 'lit-html'
import type { Scene } from './scene.ts'
import { chooseShortcuts } from './settings.ts'
import { viewDialog } from './view-dialog.ts'

const keyRows: readonly [readonly string[], string][] = [
  [['J', 'K'], 'move'],
  [['Enter'], 'open'],
  [['N'], 'next'],
  [['T'], 'take'],
  [['R'], 'write'],
  [['/'], 'canned'],
  [['F'], 'suggest'],
  [['Ctrl', 'Enter'], 'send'],
  [['B'], 'return'],
  [['A'], 'close'],
  [['F6'], 'pane'],
  [['?'], 'help'],
]

/** Every key and what it does, and the way to turn the single ones off. */
export function viewKeys({ page }: Scene): TemplateResult {
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
