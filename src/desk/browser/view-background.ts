import { html, nothing, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import type { Asked, Background } from '#desk/background.ts'
import type { DeskRow } from '#desk/desk-row.ts'
import type { TranscriptLine } from '#dialogue/transcript.ts'
import { type IconName, icon } from './icon.ts'
import type { Scene } from './scene.ts'
import { draftKey, type OpenTalk } from './state.ts'
import { atTime, dateOf, nearDay } from './times.ts'
import { queueName, titleOf } from './titles.ts'

/** What happened before staff came, by template: no model has summed it up. */
export function viewBackground(scene: Scene): TemplateResult {
  const { say, state } = scene.page
  const { open } = state
  return html`<aside class="desk-context" id="baggrund" aria-label=${say('jump.context')} tabindex="0">
    ${
      open?.row && open.background
        ? [
            viewShort(scene, open.row, open.lines),
            viewAsked(scene, open.background),
            viewUnverified(scene, open.background),
            open.left ? nothing : viewNote(scene, open),
            state.me?.role !== 'lead' || open.row.erased ? nothing : viewErase(scene),
          ]
        : html`<div class="empty"><p>${say('context.empty')}</p></div>`
    }
  </aside>`
}

function viewShort(
  { page }: Scene,
  row: DeskRow,
  lines: readonly TranscriptLine[],
): TemplateResult {
  const { say } = page
  const { questions, answered } = row
  const asked = lines.findLast(
    (line) => line.by === 'event' && ['queued', 'callback-promised'].includes(line.what.type),
  )
  const parts = [
    row.topicTitle ? say('context.asked-about', { topic: titleOf(row, say) }) : '',
    questions > 0 ? say('context.score', { answered, questions }) : say('context.no-questions'),
    row.reason
      ? say(asked ? 'context.wants-person' : 'context.wants-person-some-time', {
          reason: say(`reason.${row.reason}`),
          time: asked ? whenAsked(asked.at, page) : '',
        })
      : '',
  ]
  const pair = (name: string, value: string) =>
    html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`
  return html`<section class="context-part">
    <h2>${say('context.short')}</h2>
    <p>${parts.filter(Boolean).join(' ')}</p>
    <dl class="pairs">
      ${row.reason ? pair('context.reason', say(`reason.${row.reason}`)) : nothing}
      ${pair('context.channel', say(`channel.${row.channel}`))}
      ${pair('context.language', say(`language.${row.language}`))}
      ${pair('context.tries', say('context.tries-value', { questions, answered }))}
      ${row.queue ? pair('context.queue', queueName(row.queue, say)) : nothing}
    </dl>
  </section>`
}

function whenAsked(at: string, { say, state, nowMs }: Scene['page']): string {
  const time = atTime(at, state.language, say)
  if (dateOf(at) === dateOf(nowMs)) return time
  return `${nearDay(at, nowMs, state.language, say)} ${time}`
}

const fates: Readonly<Record<Asked['fate'], { badge: string; sign: IconName }>> = {
  answered: { badge: 'person', sign: 'check' },
  clarified: { badge: 'plain', sign: 'info' },
  signposted: { badge: 'plain', sign: 'info' },
  unanswered: { badge: 'wait', sign: 'flag' },
  waiting: { badge: 'wait', sign: 'clock' },
}

function viewAsked({ page }: Scene, { asked }: Background): TemplateResult | typeof nothing {
  if (asked.length === 0) return nothing
  const { say } = page
  return html`<section class="context-part">
    <h2>${say('context.asked')}</h2>
    <ol class="asked">${asked.map(({ text, fate, articles }) => {
      const { badge, sign } = fates[fate]
      return html`<li><q>${text === '' ? say('line.erased') : text}</q>
        <span><span class=${`badge ${badge}`}>${icon(sign)} ${say(`asked.${fate}`)}</span></span>
        ${articles.map(
          ({ title, version, url }) =>
            html`<span class="version">${url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${title}</a>` : title} · ${say('context.version')} <code>${version.slice(0, 6)}</code></span>`,
        )}</li>`
    })}</ol>
  </section>`
}

function viewUnverified(
  { page }: Scene,
  { unverified }: Background,
): TemplateResult | typeof nothing {
  if (unverified.length === 0) return nothing
  return html`<section class="context-part">
    <h2>${page.say('context.articles')}</h2>
    ${unverified.map((title) => html`<p class="notice wait">${icon('info')}<span>${page.say('context.unverified', { title })}</span></p>`)}
  </section>`
}

function viewNote({ page, actions }: Scene, { conversationId }: OpenTalk): TemplateResult {
  const { say, state } = page
  const key = draftKey('note', conversationId)
  const text = state.drafts.get(key) ?? ''
  const save = async (event: Event) => {
    event.preventDefault()
    if (await actions.note(text)) actions.setDraft(key, '')
  }
  return html`<section class="context-part">
    <form class="field" @submit=${save}>
      <label for="note">${say('note.label')}</label><p class="hint" id="note-hint">${say('note.hint')}</p>
      <textarea class="input" id="note" rows="2" maxlength="2000" aria-describedby="note-hint" .value=${live(text)} @input=${(event: Event) => actions.setDraft(key, (event.target as HTMLTextAreaElement).value)}></textarea>
      <div class="buttons"><button class="button">${icon('note')} ${say('note.save')}</button></div>
    </form>
  </section>`
}

function viewErase({ page }: Scene): TemplateResult {
  return html`<section class="context-part">
    <button class="button danger" type="button" @click=${() => page.set({ dialog: 'erase' })}>${page.say('context.erase')}</button>
  </section>`
}
