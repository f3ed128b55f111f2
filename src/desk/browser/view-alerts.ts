import { html, nothing, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { mayNotify } from './notify.ts'
import { ring } from './ring.ts'
import type { Scene } from './scene.ts'
import { chooseAlerts } from './settings.ts'
import { viewDialog } from './view-dialog.ts'

/** Sound and notices, both off until somebody wants them. */
export function viewAlerts({ page }: Scene): TemplateResult {
  const { say, state } = page
  const { sound, notices } = state.alerts
  const refused = 'Notification' in window && Notification.permission === 'denied'
  const chooseSound = (event: Event) => {
    const wanted = (event.target as HTMLInputElement).checked
    chooseAlerts(page, { sound: wanted })
    if (wanted) ring('waiting')
  }
  const chooseNotices = async (event: Event) => {
    const wanted = (event.target as HTMLInputElement).checked
    chooseAlerts(page, { notices: wanted && (await mayNotify()) })
  }
  const content = html`<p>${say('alerts.lead')}</p>
    <label class="option"><input type="checkbox" .checked=${live(sound)} @change=${chooseSound}> ${say('alerts.sound')}</label>
    <label class="option"><input type="checkbox" .checked=${live(notices)} @change=${chooseNotices} aria-describedby="alerts-hint"> ${say('alerts.notices')}</label>
    <p class="hint" id="alerts-hint">${say(refused ? 'alerts.refused' : 'alerts.hint')}</p>
    <div class="buttons">${sound ? html`<button class="button" type="button" @click=${() => ring('waiting')}>${say('alerts.try')}</button>` : nothing}
      <button class="button primary" type="button" autofocus @click=${() => page.set({ dialog: 'none' })}>${say('dialog.close')}</button></div>`
  return viewDialog(page, 'alerts', say('alerts.title'), content)
}
