import { html, nothing, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { MAX_MESSAGE_LENGTH } from './actions.ts'
import { icon } from './icon.ts'
import type { Scene } from './scene.ts'
import { dearSigns, segmentWords } from './sms-words.ts'
import { draftKey, type OpenTalk } from './state.ts'
import { viewCanned } from './view-canned.ts'
import { viewSuggest } from './view-suggest.ts'

/** The field that the citizen is answered in. What is written stays, whatever happens to the line. */
export function viewWrite(scene: Scene, open: OpenTalk): TemplateResult {
  const { page, actions, writing, tellTyping } = scene
  const { say, state } = page
  const key = draftKey('reply', open.conversationId)
  const draft = state.drafts.get(key) ?? ''
  const offline = state.link.is !== 'up'
  const send = (event: Event) => {
    event.preventDefault()
    void actions.send()
  }
  const type = (event: Event) => {
    actions.setDraft(key, (event.target as HTMLTextAreaElement).value)
    tellTyping()
  }
  const reason = offline ? say('write.offline') : state.notice
  return html`<footer class="talk-foot">
    ${open.picker ? viewCanned(scene, open) : viewSuggest(scene, open)}
    <form class="write" @submit=${send}>
      <label for="write">${say('write.label')}</label>
      <textarea class="input" id="write" rows="3" dir="auto" maxlength=${MAX_MESSAGE_LENGTH} lang=${open.row?.language ?? nothing} aria-describedby="write-hint" .value=${live(draft)} @input=${type}></textarea>
      <div class="write-row">
        <button class="button" type="button" aria-expanded=${open.picker !== null} @click=${() => (open.picker ? writing.closeCanned() : writing.openCanned())}>${icon('note')} ${say('canned.name')} <kbd>/</kbd></button>
        <span class="hint" id="write-hint">${hintFor(scene, open, draft)}</span>
        ${reason ? html`<span class=${offline ? 'hint why-not' : 'error-text'} id="why-not">${icon(offline ? 'offline' : 'alert')} ${reason}</span>` : nothing}
        <button class="button primary" type="submit" aria-disabled=${offline ? 'true' : nothing} aria-describedby=${reason ? 'why-not' : nothing}>${say('write.send')} ${icon('send', 'flip')}</button>
      </div>
    </form>
  </footer>`
}

function hintFor({ page }: Scene, { row }: OpenTalk, draft: string): string {
  const { say } = page
  if (row?.channel === 'web-chat') return say('write.seen')
  if (row?.channel !== 'sms') return ''
  if (draft.trim() === '') return say('write.sms-hint')
  const signs = dearSigns(draft)
  const count = segmentWords(draft, say)
  return signs === '' ? count : `${count} · ${say('write.sms-dear', { signs })}`
}
