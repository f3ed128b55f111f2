import { html, nothing, type TemplateResult } from 'lit-html'
import type { PresenceState } from '#desk/presence.ts'
import { staffLinks } from '#desk/staff-page/staff-links.ts'
import { icon } from './icon.ts'
import { isLate, listsOf } from './lists.ts'
import type { Scene } from './scene.ts'
import { chooseLanguage } from './settings.ts'
import { presenceOf } from './state.ts'

const states: readonly PresenceState[] = ['free', 'busy', 'away']

export function viewBar({ page, actions }: Scene): TemplateResult {
  const { say, state } = page
  const { me, link, view } = state
  const lists = listsOf(state.rows.values(), me?.id ?? '')
  const late = lists.callbacks.filter((row) => isLate(row, page.nowMs)).length
  const go = (view: 'talks' | 'callbacks') => (event: Event) => {
    event.preventDefault()
    page.set({ view })
  }
  const mine = presenceOf(state)
  return html`<header class="desk-bar bar">
    <p class="desk-name"><svg class="mark" viewBox="0 0 34 34" aria-hidden="true"><rect class="wall" width="34" height="34" rx="9" /><path class="light" d="M10 27V15.5a7 7 0 0 1 14 0V27z" /><path class="door" d="M10 27V15.5a7 7 0 0 1 3-5.7l5 4.2v15z" /><path class="frame" d="M7 27.5h3V15.5a7 7 0 0 1 14 0v12h3" /></svg> ${say('desk.name')}</p>
    <nav class="desk-nav" aria-label=${say('bar.views')}>
      <a href="#samtaler" aria-current=${view === 'talks' ? 'page' : nothing} @click=${go('talks')}>${say('bar.talks')} <span class="count">${lists.waiting.length}</span></a>
      <a href="#opkald" aria-current=${view === 'callbacks' ? 'page' : nothing} @click=${go('callbacks')}>${say('bar.callbacks')}
        <span class=${late > 0 ? 'count late' : 'count'}>${late > 0 ? say('bar.late', { count: late }) : lists.callbacks.length}</span></a>
      ${me ? staffLinks(me).map((name) => html`<a href=${`/desk/${name}`}>${say(`staff.${name}`)}</a>`) : nothing}
    </nav>
    <div class="desk-me">
      <span class=${link.is === 'up' ? 'link-state' : 'link-state lost'}>${say(linkWord[link.is])}</span>
      <button class="icon-button" type="button" @click=${() => page.set({ dialog: 'alerts' })}>${icon(state.alerts.sound ? 'bell' : 'bell-off')}<span class="unseen">${say(state.alerts.sound ? 'bar.sound-on' : 'bar.sound-off')}</span></button>
      <button class="icon-button" type="button" @click=${() => page.set({ dialog: 'keys' })}>${icon('keys')}<span class="unseen">${say('bar.keys')}</span></button>
      <button class="button bar-button" type="button" lang=${state.language === 'da' ? 'en' : 'da'} @click=${() => chooseLanguage(page)}>${say('page.other-language')}</button>
      ${
        me?.role === 'lead'
          ? html`<button class="button bar-button" type="button" @click=${() => page.set({ dialog: 'canned' })}>${say('canned.name')}</button>
            <button class="button bar-button" type="button" @click=${() => page.set({ dialog: 'colleagues' })}>${say('bar.colleagues')}</button>`
          : nothing
      }
      <span class="presence"><label for="presence">${me?.name}</label>
        <select id="presence" .value=${mine} @change=${(event: Event) => actions.choosePresence((event.target as HTMLSelectElement).value as PresenceState)}>
          ${states.map((one) => html`<option value=${one} ?selected=${one === mine}>${say(`presence.${one}`)}</option>`)}
        </select></span>
      <form method="post" action="/desk/sign-out"><button class="button bar-button">${say('bar.sign-out')}</button></form>
    </div>
  </header>`
}

const linkWord = {
  connecting: 'bar.connecting',
  up: 'bar.connected',
  lost: 'bar.lost',
  'signed-out': 'bar.lost',
}
