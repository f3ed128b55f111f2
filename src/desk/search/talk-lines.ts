import type { Language } from '#conversation/events.ts'
import type { Say } from '#desk/words.ts'
import type { EventLine, TranscriptLine } from '#dialogue/transcript.ts'
import { inCopenhagen } from '#handoff/copenhagen.ts'
import { sayDate } from '#handoff/say-day.ts'
import { sayTime } from '#handoff/say-time.ts'
import { type Html, html, type Part } from '#platform/html.ts'
import { markup } from './markup.ts'

type Talk = { lines: readonly TranscriptLine[]; say: Say; language: Language; now: string }
type Line<By extends TranscriptLine['by']> = Extract<TranscriptLine, { by: By }>

/** Everything that was said and happened, down one left edge, with a heading a day: as the live desk shows it. */
export function talkLines(talk: Talk): Html {
  const days = Map.groupBy(talk.lines, ({ at }) => inCopenhagen(at).toPlainDate().toString())
  const fates = new Map(
    talk.lines.flatMap((line) => (line.by === 'delivery' ? [[line.id, line.status]] : [])),
  )
  const today = inCopenhagen(talk.now).toPlainDate()
  const drawn = [...days.values()].map((lines) => {
    const day = inCopenhagen(lines[0]?.at ?? talk.now).toPlainDate()
    return html`<li class="line-note">${sayDate(day, today, talk.language)}</li>${lines.map((line) => viewLine(talk, line, fates))}`
  })
  return html`<ol class="talk">${drawn}</ol>`
}

function viewLine(
  talk: Talk,
  line: TranscriptLine,
  fates: ReadonlyMap<string, string>,
): Html | null {
  const { say } = talk
  const time = sayTime(inCopenhagen(line.at), talk.language)
  const spoken = (kind: string, from: string, words: Part, more: Part = null) =>
    html`<li class="line ${kind}"><time datetime="${line.at}">${time}</time><span class="from">${from}</span><div class="words">${words}${more}</div></li>`
  const fate = 'id' in line ? fates.get(line.id) : undefined
  const fateWords = fate
    ? html`<p class="fate${fate === 'failed' ? ' bad' : ''}">${say(`fate.${fate}`)}</p>`
    : null
  switch (line.by) {
    case 'citizen': {
      const masked = line.masked
        ? html`<p><span class="badge plain">${say('line.masked')}</span></p>`
        : null
      return spoken('citizen', say('from.citizen'), plain(line.text, say), masked)
    }
    case 'bot': {
      const words = line.text === '' ? plain('', say) : markup(line.text)
      return spoken('bot', say('from.bot'), words, [
        ...line.articles.map((one) => cite(one, say)),
        fateWords,
      ])
    }
    case 'staff':
      return spoken('staff', line.name, plain(line.text, say), fateWords)
    case 'note':
      return spoken('note', say('from.note', { name: line.name }), plain(line.text, say))
    case 'feedback':
      return html`<li class="line-note">${feedbackWords(line, say)}</li>`
    case 'event':
      return html`<li class="line-note">${eventWords(line.what, say('time.at', { time }), say)}</li>`
    case 'delivery':
      return null
  }
}

/** What people wrote, as they wrote it: a link that a citizen makes up leads nowhere. */
function plain(text: string, say: Say): Html {
  return html`<p dir="auto">${text === '' ? say('line.erased') : text}</p>`
}

function cite({ title, version }: Line<'bot'>['articles'][number], say: Say): Html {
  return html`<p class="cite"><span class="badge plain">${title}</span><span>${say('line.version', { version: version.slice(0, 6) })}</span></p>`
}

function feedbackWords({ helped, text }: Line<'feedback'>, say: Say): string {
  if (helped === null) return say('line.comment', { text: text || say('line.erased') })
  return say(helped ? 'line.helped' : 'line.not-helped')
}

/** The desk's own words for what happened; those for the citizen say other things. */
function eventWords({ type, name, detail }: EventLine, time: string, say: Say): string {
  const values = { time, name: name ?? say('someone') }
  if (type === 'queued' && detail)
    return say('event.queued-in', { ...values, queue: say(`queue.${detail}`) })
  if (type === 'callback-attempted' && detail) return say(`event.callback-${detail}`, values)
  if (type === 'closed' && detail)
    return `${say('event.closed', values)} · ${say(`ended.${detail}`)}`
  return say(`event.${type}`, values)
}
