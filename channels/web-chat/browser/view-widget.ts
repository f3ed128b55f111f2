import { html, nothing, type TemplateResult } from 'lit-html'
import { icon, mark } from './icons.ts'
import type { View } from './view.ts'
import { footView } from './view-foot.ts'
import { logView } from './view-log.ts'
import { deleteView, privacyView } from './view-panel.ts'
import { settingsView } from './view-settings.ts'
import { countWord } from './words.ts'

/** The launcher and the chat behind it. Which is seen is the dialog's business. */
export function widgetView(view: View, theme: string): TemplateResult {
  const { state, say, act } = view
  return html`
    <div class="dock" data-text-size="normal" data-theme=${theme} lang=${state.language}>
      ${launcher(view)}
      <p class="unseen" role="status" id="dock-status"></p>
    </div>
    <dialog class="chat-frame" aria-labelledby="chat-title" data-text-size=${state.textSize} data-theme=${theme} lang=${state.language}>
      <section class="chat">
        ${barView(view)}
        ${state.panel === 'log' ? logView(view) : nothing}
        ${state.panel === 'settings' ? settingsView(view) : nothing}
        ${state.panel === 'privacy' ? privacyView(view) : nothing}
        ${state.panel === 'delete' ? deleteView(view) : nothing}
        ${footView(view)}
        <p class="unseen" role="status" id="status"></p>
        <p class="unseen" role="alert" id="alert"></p>
      </section>
    </dialog>`

  function launcher({ state: { open, unread, lines } }: View): TemplateResult {
    const words =
      unread > 0
        ? html`<span>${say('launch-new')} <small>${say('title')}</small></span><b class="launch-new"><span aria-hidden="true">${unread}</span><span class="unseen">${countWord(say, 'launch-unread-one', 'launch-unread', unread)}</span></b>`
        : html`<span>${say('title')} <small>${say(lines.length > 0 ? 'launch-resume' : 'launch-note')}</small></span>`
    return html`<button class="launch bar" type="button" id="launch" aria-expanded=${open ? 'true' : 'false'} ?hidden=${open} @click=${() => act.show(true)}>${mark}${words}</button>`
  }
}

function barView({ state, say, act }: View): TemplateResult {
  const isSettings = state.panel !== 'log'
  const withStaff = state.ended.how === 'not' && state.standing?.handledBy === 'staff'
  return html`<header class="chat-bar bar">${mark}
    <div class="chat-name"><h2 id="chat-title" tabindex="-1">${say('title')}</h2><p>${say(withStaff ? 'subtitle-staff' : 'subtitle')}</p></div>
    <div class="bar-buttons">
      <button class="icon-button" type="button" id="settings" aria-expanded=${isSettings ? 'true' : 'false'} aria-controls=${isSettings ? 'chat-panel' : nothing} @click=${() => act.turnTo(isSettings ? 'log' : 'settings')}>${icon('settings')}<span class="unseen">${say('settings')}</span></button>
      <button class="icon-button" type="button" id="hide" @click=${() => act.show(false)}>${icon('down')}<span class="unseen">${say('hide')}</span></button>
    </div>
  </header>`
}
