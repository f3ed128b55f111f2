import { html, nothing, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { MAX_MESSAGE_LENGTH } from './actions.ts'
import { icon } from './icon.ts'
import type { Scene } from './scene.ts'
import { draftKey, type OpenTalk } from './state.ts'

/** The field that the citizen is answered in. What is written stays, whatever happens to the line. */
export function viewWrite(
  { page, actions }: Scene,
  { conversationId, row }: OpenTalk,
): TemplateResult {
  const { say, state } = page
  const key = draftKey('reply', conversationId)
  const draft = state.drafts.get(key) ?? ''
  const offline = state.link.is !== 'up'
  const send = (event: Event) => {
    event.preventDefault()
    void actions.send()
  }
  const reason = offline ? say('write.offline') : state.notice
  return html`<footer class="talk-foot">
    <form class="write" @submit=${send}>
      <label for="write">${say('write.label')}</label>
      <textarea class="input" id="write" rows="3" maxlength=${MAX_MESSAGE_LENGTH} .value=${live(draft)} @input=${(event: Event) => actions.setDraft(key, (event.target as HTMLTextAreaElement).value)}></textarea>
      <div class="write-row">
        ${row?.channel === 'sms' ? html`<span class="hint">${say('write.sms-hint')}</span>` : nothing}
        ${reason ? html`<span class=${offline ? 'hint why-not' : 'error-text'} id="why-not">${icon(offline ? 'offline' : 'alert')} ${reason}</span>` : nothing}
        <button class="button primary" type="submit" aria-disabled=${offline ? 'true' : nothing} aria-describedby=${reason ? 'why-not' : nothing}>${say('write.send')} ${icon('send', 'flip')}</button>
      </div>
    </form>
  </footer>`
}
