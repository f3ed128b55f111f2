import { html, nothing, type TemplateResult } from 'lit-html'
import type { CitizenLine } from './frames.ts'
import { icon } from './icons.ts'
import type { Comment, Opinion } from './opinions.ts'
import type { Template, View } from './view.ts'

type BotLine = Extract<CitizenLine, { by: 'bot' }>

/** Below an answer: whether it helped, and a way to hear it. */
export function answerFoot(line: BotLine, view: View): TemplateResult {
  const opinion = view.state.opinions[line.id]
  const read = readButton(line, view)
  if (opinion?.fate !== 'given') {
    return html`<div class="helped">${questionView(line, opinion, view)}${read}</div>`
  }
  const row = read === nothing ? nothing : html`<div class="helped">${read}</div>`
  return html`${thanksView(line, opinion, view)}${row}`
}

function questionView(
  { id, position }: BotLine,
  opinion: Opinion | undefined,
  { state, say, act }: View,
): TemplateResult {
  // Pressed once, the buttons stay where they are until the server has stored it.
  const isSent = opinion !== undefined
  const labelId = `helped-${position}`
  const button = (helped: boolean) =>
    html`<button class="button small" type="button" aria-disabled=${isSent ? 'true' : nothing} @click=${() => act.opine(id, helped)}>${say(helped ? 'helped-yes' : 'helped-no')}</button>`
  const sending = state.offline ? 'waits-for-network' : 'sending'
  return html`<div class="helped-ask" role="group" aria-labelledby=${labelId}><span id=${labelId}>${say('helped')}</span>${button(true)}${button(false)}${isSent ? html`<span>${say(sending)}</span>` : nothing}</div>`
}

function thanksView(line: BotLine, { helped, comment }: Opinion, view: View): TemplateResult {
  const { say } = view
  const words =
    comment.state === 'given' ? 'thanks-comment' : helped ? 'thanks-helped' : 'thanks-not-helped'
  const form =
    comment.state === 'asked' || comment.state === 'sent'
      ? commentForm(line, comment, view)
      : nothing
  return html`<div class="thanks"><p tabindex="-1" data-thanks=${line.id}>${icon('check')} ${say(words)}</p>${form}</div>`
}

function commentForm(
  { id, position }: BotLine,
  comment: Extract<Comment, { state: 'asked' | 'sent' }>,
  { say, act }: View,
): TemplateResult {
  const fieldId = `comment-${position}`
  const fault = comment.state === 'asked' ? comment.fault : null
  const isSent = comment.state === 'sent'
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const field = (event.target as HTMLFormElement).querySelector('textarea')
    if (field !== null && !isSent) act.comment(id, field.value)
  }
  const describedBy = `${fieldId}-hint${fault === null ? '' : ` ${fieldId}-error`}`
  return html`<form class=${fault === null ? 'field' : 'field has-error'} novalidate @submit=${submit}>
    <label for=${fieldId}>${say('comment-label')}</label>
    <p class="hint" id="${fieldId}-hint">${say('comment-hint')}</p>
    ${faultText(`${fieldId}-error`, fault)}
    <textarea class="input" id=${fieldId} rows="2" autocomplete="off" dir="auto" ?readonly=${isSent}
      aria-invalid=${fault === null ? 'false' : 'true'} aria-describedby=${describedBy}></textarea>
    <div class="buttons">
      <button class="button" type="submit" aria-disabled=${isSent ? 'true' : nothing}>${say(isSent ? 'sending' : 'comment-send')}</button>
      ${isSent ? nothing : html`<button class="button quiet" type="button" @click=${() => act.comment(id, null)}>${say('comment-no')}</button>`}
    </div>
  </form>`
}

function faultText(id: string, fault: string | null): Template {
  return fault === null
    ? nothing
    : html`<p class="error-text" id=${id}>${icon('alert')}<span>${fault}</span></p>`
}

/** Only where the computer has a voice for the answer's language. */
function readButton({ id, language }: BotLine, { state, say, act }: View): Template {
  if (!state.voices.includes(language)) return nothing
  const isRead = state.reading === id
  return html`<button class="button small quiet" type="button" @click=${() => act.readAloud(id)}>${icon(isRead ? 'stop' : 'sound')} ${say(isRead ? 'read-stop' : 'read-aloud')}</button>`
}
