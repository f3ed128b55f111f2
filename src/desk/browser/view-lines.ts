import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { EventLine, TranscriptLine } from '#dialogue/transcript.ts'
import { icon } from './icon.ts'
import type { Scene } from './scene.ts'
import type { OpenTalk } from './state.ts'
import { atTime, clockTime, dateOf, dayHeading, promise } from './times.ts'
import { viewText } from './view-text.ts'

type Line<By extends TranscriptLine['by']> = Extract<TranscriptLine, { by: By }>
type Drawn = { key: string; content: TemplateResult }

/** Everything that was said and happened, down one left edge, with a heading a day. */
export function viewLines(scene: Scene, { lines, going }: OpenTalk): TemplateResult {
  const { page } = scene
  const fates = new Map(
    lines.flatMap((line) => (line.by === 'delivery' ? [[line.id, line.status]] : [])),
  )
  const drawn: Drawn[] = []
  let day = ''
  for (const line of lines) {
    if (line.by === 'delivery') continue
    if (dateOf(line.at) !== day) {
      day = dateOf(line.at)
      drawn.push({
        key: day,
        content: html`<li class="line-note">${dayHeading(line.at, page.state.language)}</li>`,
      })
    }
    const fate = 'id' in line ? fates.get(line.id) : undefined
    drawn.push({ key: String(line.position), content: viewLine(scene, line, fate) })
  }
  const { say } = page
  return html`<ol class="talk">${repeat(
    drawn,
    ({ key }) => key,
    ({ content }) => content,
  )}
    ${going.map(({ text }) => html`<li class="line staff going"><time></time><span class="from">${say('from.you')}</span><div class="words">${viewText(text)}<span class="fate">${say('line.sending')}</span></div></li>`)}
  </ol>`
}

function viewLine(
  { page }: Scene,
  line: Exclude<TranscriptLine, { by: 'delivery' }>,
  fate: Line<'delivery'>['status'] | undefined,
): TemplateResult {
  const { say, state } = page
  const spoken = (kind: string, from: string, text: string, more: unknown = nothing) =>
    html`<li class=${`line ${kind}`}><time datetime=${line.at}>${clockTime(line.at, state.language)}</time><span class="from">${from}</span><div class="words">${text === '' ? html`<p>${say('line.erased')}</p>` : viewText(text)}${more}</div></li>`
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
        html`${line.articles.map(({ title, version }) => html`<p class="cite"><span class="badge plain">${icon('book')} ${title}</span><span>${say('line.version', { version: version.slice(0, 6) })}</span></p>`)}${viewFate(fate, say)}`,
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
      return html`<li class="line-note">${eventWords(page, line.what, line.at)}</li>`
  }
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
function eventWords({ say, state, nowMs }: Scene['page'], what: EventLine, at: string): string {
  const time = atTime(at, state.language, say)
  const name = what.name ?? say('someone')
  if (what.type === 'accepted' && what.name === state.me?.name)
    return say('event.accepted-you', { time })
  const slotEnd = what.type === 'callback-promised' ? what.detail?.split('/').at(-1) : undefined
  if (slotEnd && !Number.isNaN(Date.parse(slotEnd)))
    return say('event.callback-promised-when', {
      when: promise(slotEnd, nowMs, state.language, say),
    })
  return say(`event.${what.type}`, { time, name })
}
