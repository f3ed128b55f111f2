import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { DeskRow } from '#desk/desk-row.ts'
import type { EventLine, TranscriptLine } from '#dialogue/transcript.ts'
import { icon } from './icon.ts'
import { hasWord } from './say.ts'
import type { Scene } from './scene.ts'
import type { OpenTalk } from './state.ts'
import { atTime, clockTime, dateOf, dayHeading, promise } from './times.ts'
import { queueName } from './titles.ts'
import { viewMarkup, viewPlain } from './view-text.ts'

type Line<By extends TranscriptLine['by']> = Extract<TranscriptLine, { by: By }>
type Drawn = { key: string; content: TemplateResult }

/** Everything that was said and happened, down one left edge, with a heading a day. */
export function viewLines(scene: Scene, { lines, going, row }: OpenTalk): TemplateResult {
  const { page } = scene
  const fates = new Map(
    lines.flatMap((line) => (line.by === 'delivery' ? [[line.id, line.status]] : [])),
  )
  const feedback = lines.filter((line) => line.by === 'feedback')
  const drawn: Drawn[] = []
  let day = ''
  for (const line of lines) {
    if (line.by === 'delivery' || line.by === 'feedback') continue
    if (dateOf(line.at) !== day) {
      day = dateOf(line.at)
      drawn.push({
        key: day,
        content: html`<li class="line-note">${dayHeading(line.at, page.state.language)}</li>`,
      })
    }
    const fate = 'id' in line ? fates.get(line.id) : undefined
    const thoughts = line.by === 'bot' ? feedback.filter(({ of }) => of === line.id) : []
    drawn.push({ key: String(line.position), content: viewLine(scene, line, fate, row, thoughts) })
  }
  const { say } = page
  return html`<ol class="talk">${repeat(
    drawn,
    ({ key }) => key,
    ({ content }) => content,
  )}
    ${going.map(({ text }) => html`<li class="line staff going"><time></time><span class="from">${say('from.you')}</span><div class="words">${viewPlain(text)}<span class="fate">${say('line.sending')}</span></div></li>`)}
  </ol>`
}

function viewLine(
  { page }: Scene,
  line: Exclude<TranscriptLine, { by: 'delivery' | 'feedback' }>,
  fate: Line<'delivery'>['status'] | undefined,
  row: DeskRow | null,
  thoughts: readonly Line<'feedback'>[],
): TemplateResult {
  const { say, state } = page
  const spoken = (kind: string, from: string, text: string, more: unknown = nothing) =>
    html`<li class=${`line ${kind}`}><time datetime=${line.at}>${clockTime(line.at, state.language)}</time><span class="from">${from}</span><div class="words">${text === '' ? html`<p>${say('line.erased')}</p>` : kind === 'bot' ? viewMarkup(text) : viewPlain(text)}${more}</div></li>`
  switch (line.by) {
    case 'citizen':
      return spoken(
        'citizen',
        say('from.citizen'),
        line.text,
        line.masked ? html`<span class="badge plain">${say('line.masked')}</span>` : nothing,
      )
    case 'bot':
      return spoken(
        'bot',
        say('from.bot'),
        line.text,
        html`${line.articles.map(({ title, version }) => html`<p class="cite"><span class="badge plain">${icon('book')} ${title}</span><span>${say('line.version', { version: version.slice(0, 6) })}</span></p>`)}${thoughts.map((one) => viewThought(one, say))}${viewFate(fate, say)}`,
      )
    case 'staff':
      return spoken(
        'staff',
        line.name === state.me?.name ? say('from.you') : line.name,
        line.text,
        viewFate(fate, say),
      )
    case 'note':
      return spoken(
        'note',
        say('from.note', { name: line.name === state.me?.name ? say('from.you') : line.name }),
        line.text,
      )
    case 'event':
      return html`<li class="line-note">${eventWords(page, line.what, line.at, row)}</li>`
  }
}

/** What the citizen thought of an answer stands with it: whoever helps next should not give the same again. */
function viewThought(
  { helped, text }: Line<'feedback'>,
  say: Scene['page']['say'],
): TemplateResult {
  const sign = helped === null ? icon('chat') : icon(helped ? 'check' : 'flag')
  const words =
    helped === null
      ? say('line.comment', { text: text || say('line.erased') })
      : say(helped ? 'line.helped' : 'line.not-helped')
  return html`<p><span class=${helped === false ? 'badge wait' : 'badge plain'}>${sign} ${words}</span></p>`
}

function viewFate(
  fate: Line<'delivery'>['status'] | undefined,
  say: Scene['page']['say'],
): unknown {
  if (!fate) return nothing
  const sign = fate === 'failed' ? icon('alert') : fate === 'delivered' ? icon('check') : nothing
  return html`<span class=${fate === 'failed' ? 'fate bad' : 'fate'}>${sign} ${say(`fate.${fate}`)}</span>`
}

/** The desk's own words for what happened; those for the citizen say other things. */
function eventWords(
  { say, state, nowMs }: Scene['page'],
  { type, name, detail }: EventLine,
  at: string,
  row: DeskRow | null,
): string {
  const values = { time: atTime(at, state.language, say), name: name ?? say('someone') }
  const slot = row?.callback?.reference === detail ? row?.callback?.slot : undefined
  if (type === 'accepted' && name === state.me?.name) return say('event.accepted-you', values)
  if (type === 'queued' && detail)
    return say('event.queued-in', { ...values, queue: queueName(detail, say) })
  if (type === 'callback-promised' && slot)
    return say('event.callback-promised-when', {
      when: promise(slot.to, nowMs, state.language, say),
    })
  if (type === 'callback-attempted' && hasWord(`event.callback-${detail}`))
    return say(`event.callback-${detail}`, values)
  if (type === 'closed' && hasWord(`ended.${detail}`))
    return `${say('event.closed', values)} · ${say(`ended.${detail}`)}`
  return say(`event.${type}`, values)
}
