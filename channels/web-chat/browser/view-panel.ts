import { html, nothing, type TemplateResult } from 'lit-html'
import { icon } from './icons.ts'
import type { Template, View } from './view.ts'

/** What takes the place of the conversation: a title, the way back, and what it is about. */
export function panel(title: string, back: Template, content: TemplateResult): TemplateResult {
  return html`<div class="panel" id="chat-panel" role="region" aria-labelledby="panel-title" tabindex="0">
    <div class="panel-head"><h3 id="panel-title" tabindex="-1">${title}</h3>${back}</div>
    ${content}
  </div>`
}

export function backButton({ say, act }: View): TemplateResult {
  return html`<button class="button small" type="button" @click=${() => act.turnTo('log')}>${icon('back', true)} ${say('back')}</button>`
}

export function privacyView(view: View): TemplateResult {
  const { say } = view
  const points = ['privacy-1', 'privacy-2', 'privacy-4', 'privacy-3'].map(
    (key) => html`<p>${say(key)}</p>`,
  )
  const content = html`<div class="panel-group">${points}</div>`
  return panel(say('privacy-title'), backButton(view), content)
}

/** Says what else goes, before it goes. */
export function deleteView(view: View): TemplateResult {
  const { say, act } = view
  return panel(
    say('delete-title'),
    nothing,
    html`<div class="panel-group">
      <p>${say('delete-text')}</p>${alsoGone(view)}
      <div class="buttons">
        <button class="button danger-fill" type="button" @click=${() => act.erase()}>${icon('trash')} ${say('delete-yes')}</button>
        <button class="button" type="button" @click=${() => act.turnTo('log')}>${say('delete-no')}</button>
      </div>
    </div>`,
  )
}

function alsoGone({ state, say }: View): Template {
  if (state.ended.how !== 'not') return nothing
  const { callback, handledBy } = state.standing ?? {}
  if (callback) {
    return html`<p class="notice wait">${icon('phone')}<span><strong>${say('delete-callback-title')}</strong> ${say('delete-callback', { when: callback.when })}</span></p>`
  }
  if (handledBy === 'queue')
    return html`<p class="notice wait">${icon('clock')}<span>${say('delete-queue')}</span></p>`
  if (handledBy === 'staff')
    return html`<p class="notice wait">${icon('person')}<span>${say('delete-staff')}</span></p>`
  return nothing
}
