import { html, nothing, type TemplateResult } from 'lit-html'
import { icon } from './icons.ts'
import { hasConversation, type TextSize } from './state.ts'
import type { View } from './view.ts'

const sizes: readonly TextSize[] = ['normal', 'large', 'larger', 'largest']

/** Settings take the place of the conversation; they are not a pop-up above it. */
export function settingsView({ state, say, act }: View): TemplateResult {
  const size = (value: TextSize) =>
    html`<label class="option"><input type="radio" name="size" .checked=${state.textSize === value} @change=${() => act.setTextSize(value)}> ${say(`size-${value}`)}</label>`
  const language = (value: 'da' | 'en', name: string) =>
    html`<label class="option" lang=${value}><input type="radio" name="language" .checked=${state.language === value} @change=${() => act.setLanguage(value)}> ${name}</label>`
  const own = html`<div class="panel-group">
      <h4 class="unseen">${say('your-conversation')}</h4>
      <ul class="rows">
        <li><button type="button" @click=${() => act.save('conversation')}>${icon('download')} ${say('download')}</button></li>
        <li><button type="button" @click=${() => act.endHere()}>${icon('close')} ${say('end-here')}</button></li>
        <li><button class="danger" type="button" @click=${() => act.turnTo('delete')}>${icon('trash')} ${say('delete-mine')}</button></li>
      </ul>
    </div>`
  return panel(
    say('settings'),
    backButton({ say, act }),
    html`
    <fieldset class="panel-group"><legend class="legend">${say('text-size')}</legend><div class="sizes">${sizes.map(size)}</div></fieldset>
    <fieldset class="panel-group"><legend class="legend">${say('language')}</legend><div class="sizes">${language('da', 'Dansk')}${language('en', 'English')}</div></fieldset>
    <div class="panel-group"><ul class="rows"><li><button type="button" @click=${() => act.turnTo('privacy')}>${icon('info')} ${say('hello-privacy')}</button></li></ul></div>
    ${hasConversation(state) ? own : nothing}`,
  )
}

export function privacyView({ say, act }: View): TemplateResult {
  const points = ['privacy-1', 'privacy-2', 'privacy-4', 'privacy-3'].map(
    (key) => html`<p>${say(key)}</p>`,
  )
  return panel(
    say('privacy-title'),
    backButton({ say, act }),
    html`<div class="panel-group">${points}</div>`,
  )
}

/** Says what else goes, before it goes. */
export function deleteView({ state, say, act }: View): TemplateResult {
  const callback = state.standing?.callback
  const booked = callback
    ? html`<p class="notice wait">${icon('phone')}<span><strong>${say('delete-callback-title')}</strong> ${say('delete-callback', { when: callback.when })}</span></p>`
    : nothing
  return panel(
    say('delete-title'),
    nothing,
    html`<div class="panel-group">
      <p>${say('delete-text')}</p>${booked}
      <div class="buttons">
        <button class="button danger-fill" type="button" @click=${() => act.erase()}>${icon('trash')} ${say('delete-yes')}</button>
        <button class="button" type="button" @click=${() => act.turnTo('log')}>${say('delete-no')}</button>
      </div>
    </div>`,
  )
}

function panel(title: string, back: unknown, content: TemplateResult): TemplateResult {
  return html`<div class="panel" id="chat-panel" role="region" aria-labelledby="panel-title" tabindex="0">
    <div class="panel-head"><h3 id="panel-title" tabindex="-1">${title}</h3>${back}</div>
    ${content}
  </div>`
}

function backButton({ say, act }: Pick<View, 'say' | 'act'>): TemplateResult {
  return html`<button class="button small" type="button" @click=${() => act.turnTo('log')}>${icon('back', true)} ${say('back')}</button>`
}
