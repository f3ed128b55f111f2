import { dayName, inPairs, isSameDay } from '#channels/web-chat/browser/format.ts'
import { activeLineId } from '#channels/web-chat/browser/state.ts'
import { type Html, html } from '#platform/html.ts'
import { icon } from './icon.ts'
import { type News, newsOf, type Status, shownLines, statusOf } from './news.ts'
import { choiceButton, lastPosition, postForm, type View } from './view.ts'
import { buttonRow, type Place, timeOf } from './view-item.ts'
import { messageView } from './view-message.ts'

/** The conversation, oldest first, and at its end where it stands. The page opens at `#nyeste`. */
export function logView(view: View): Html | null {
  const { state, say } = view
  const status = statusOf(state)
  if (state.lines.length === 0 && status === 'none') return null
  const news = newsOf(state, view.seen)
  return html`<section aria-labelledby="conversation">
<h2 class="unseen" id="conversation">${say('log')}</h2>
<ol class="chat-log">${linesView(view, news)}${statusView(status, news.newest === null, view)}</ol>
</section>`
}

function linesView(view: View, news: News): readonly Html[] {
  const { state } = view
  const shown = shownLines(state)
  const active = activeLineId(state)
  const latest = shown.findLast((line) => line.by === 'bot' && line.card?.kind === 'answer')
  return shown.map((line, i) => {
    const { position, at } = line
    const before = shown[i - 1]
    const isNewDay = before === undefined || !isSameDay(before.at, at)
    const place: Place = {
      active: 'id' in line && line.id === active,
      latest: line === latest && state.ended.how === 'not',
      news: position === news.newest ? Math.max(1, news.fresh.size) : 0,
      isNew: view.seen !== null && news.fresh.has(position),
      language: line.by === 'bot' && line.language !== state.language ? line.language : null,
    }
    const day = isNewDay ? html`<li class="day">${dayName(at, state.language)}</li>` : null
    return html`${day}${messageView(line, place, view)}`
  })
}

/** A page does not change by itself: it says as of when it is true, and has a button to look again. */
function statusView(status: Status, opensHere: boolean, view: View): Html | null {
  const { say, state, now } = view
  const { standing } = state
  const target = opensHere ? html` id="nyeste" tabindex="-1"` : null
  const nothingNew =
    opensHere && view.seen !== null
      ? html`<p>${say('nothing-new')} ${timeOf(now, view)}.</p>`
      : null
  const box = (kind: string, drawing: Html, title: string, body: Html) =>
    html`<li class="notice ${kind}"${target}>${drawing}<div class="notice-body"><h3>${title}</h3>${nothingNew}${body}</div></li>`
  switch (status) {
    case 'none':
      return null
    case 'thinking':
      return box(
        'plain',
        icon('clock'),
        say('still-thinking'),
        html`<p>${say('still-thinking-text')}</p>${buttonRow([lookAgain(view)])}`,
      )
    case 'queue': {
      const reference = standing?.reference ?? null
      const callMe = say('call-instead')
      const leave = say('leave-queue')
      return box(
        'wait',
        icon('clock'),
        say('queue-title'),
        html`<p>${aheadWords(view)} ${say('by-hand')} ${say('queue-write')}${reference === null ? null : html` ${say('queue-reference')} <b class="tnum">${inPairs(reference)}</b>.`}</p>${buttonRow(
          [
            lookAgain(view),
            choiceButton(view, 'call-me', callMe, html`${icon('phone')} ${callMe}`),
            choiceButton(view, 'leave-queue', leave, html`${leave}`),
          ],
        )}`,
      )
    }
    case 'staff': {
      const name = standing?.holderName ?? null
      const title = name === null ? say('staff-here-unnamed') : say('staff-here', { name })
      return box(
        'person',
        icon('person'),
        title,
        html`<p>${say('by-hand')}</p>${buttonRow([lookAgain(view)])}`,
      )
    }
    case 'ended':
      return box('plain', icon('check'), say('closed-title'), endedBody(view))
  }
}

/** How many wait in front, and when that was so. */
function aheadWords(view: View): Html {
  const { say, state, now } = view
  const ahead = state.standing?.ahead ?? null
  if (ahead === null) return html``
  const key = ahead === 0 ? 'ahead-none' : ahead === 1 ? 'ahead-one' : 'ahead-many'
  return html`${say(key, { count: ahead })} ${timeOf(now, view)}.`
}

function endedBody(view: View): Html {
  const { say, state, filled } = view
  const { ended } = state
  if (ended.how !== 'closed') return html``
  const text = ended.text === '' ? null : html`<p>${ended.text}</p>`
  const reference =
    ended.reference === null
      ? null
      : html`<p>${say('closed-reference')} <b class="tnum">${inPairs(ended.reference)}</b></p>`
  const unsent = filled.text === '' ? null : html`<p>${say('closed-unsent')}</p>`
  const start = html`<button class="button primary">${say('start-new')}</button>`
  return html`${text}${reference}${unsent}${buttonRow([
    postForm(view, '/chat/ny', { text: filled.text }, start),
  ])}`
}

/** Reads the page again, from here on. With the time in it the address is another one: to the same, browsers do not ask. */
function lookAgain(view: View): Html {
  const fields = { set: lastPosition(view), kl: Date.parse(view.now) }
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form class="press" method="get" action="/chat#nyeste">${hidden}<button class="button primary">${icon('refresh')} ${view.say('look-again')}</button></form>`
}
