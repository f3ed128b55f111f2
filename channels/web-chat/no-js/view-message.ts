import type { CitizenLine } from '#channels/web-chat/browser/frames.ts'
import { type Html, html, type Part } from '#platform/html.ts'
import { directed } from './directed.ts'
import { icon } from './icon.ts'
import { choiceButton, postForm, type View } from './view.ts'
import { callbackForm } from './view-callback-form.ts'
import {
  choiceList,
  crisisLines,
  goLink,
  helpedView,
  nextQuestions,
  sourceLine,
} from './view-card.ts'
import { buttonRow, item, newest, notice, type Place, timeOf, who } from './view-item.ts'
import { receiptView } from './view-receipt.ts'
import { noticeText, richText } from './view-rich-text.ts'

type BotLine = Extract<CitizenLine, { by: 'bot' }>
/** One line of the conversation. */
export function messageView(line: CitizenLine, place: Place, view: View): Html {
  const { say } = view
  switch (line.by) {
    case 'citizen':
      return html`<li class="msg own"><p class="who">${say('you')} ${timeOf(line.at, view)}</p><p class="bubble" dir="auto">${line.masked ? marked(line.text) : directed(line.text)}</p>${line.masked ? html`<p class="fate">${icon('info')} ${say('masked')}</p>` : null}</li>`
    case 'bot':
      return botView(line, place, view)
    case 'staff':
      return item(
        'msg staff',
        place,
        html`${who(html`<span class="face" aria-hidden="true">${line.name.charAt(0)}</span> ${line.name}`, line.at, place, view)}<div class="answer"><p class="staff-text" dir="auto">${directed(line.text)}</p></div>`,
      )
    case 'event':
      return eventView(line, place, view)
  }
}

function botView(line: BotLine, place: Place, view: View): Html {
  const { card } = line
  const above = newest(place, view)
  const text = noticeText(line.text, above)
  if (line.mood === 'broken')
    return notice('danger', 'alert', place, html`${text}${brokenButtons(place, view)}`)
  if (card?.kind === 'crisis')
    return notice('danger', 'phone', place, html`${text}${crisisLines(card)}`)
  if (card?.kind === 'receipt') return receiptView(line, card, place, view)
  if (line.mood === 'notice' || card?.kind === 'queued') {
    const offered = card?.kind === 'choices' && place.active ? card.choices : []
    const buttons = offered.map(({ choice, label }) =>
      choiceButton(view, choice, label, html`${label}`),
    )
    return notice('wait', 'clock', place, html`${text}${buttonRow(buttons)}`)
  }
  const leadId = `lead-${line.position}`
  const { active, latest } = place
  return item(
    'msg bot',
    place,
    html`${who(html`${view.say('bot')}`, line.at, place, view)}
    <div class="answer">
      ${richText(line.text, leadId)}
      ${card?.kind === 'answer' ? html`${goLink(card)}${sourceLine(card, view)}` : null}
      ${card?.kind === 'choices' && active ? choiceList(card, leadId, view) : null}
      ${card?.kind === 'choices' && card.hint !== null ? html`<p class="hint">${card.hint}</p>` : null}
      ${card?.kind === 'callback-form' && active ? callbackForm(card, view) : null}
    </div>
    ${card?.kind === 'answer' && latest ? helpedView(line, view) : null}
    ${card?.kind === 'answer' && active ? nextQuestions(card, view) : null}`,
  )
}

function brokenButtons({ active }: Place, view: View): Html | null {
  const last = view.state.lines.findLast((line) => line.by === 'citizen')
  if (!active || last?.by !== 'citizen') return null
  const again = html`<button class="button">${icon('refresh')} ${view.say('try-again')}</button>`
  const form = postForm(view, '/chat', { via: 'typed', text: last.text }, again)
  const phone = view.say('main-phone')
  return html`<div class="buttons">${form}<a class="button" href="tel:+4533663366">${icon('phone')} ${phone}</a></div>`
}

function eventView(line: Extract<CitizenLine, { by: 'event' }>, place: Place, view: View): Html {
  const text = noticeText(line.text, newest(place, view))
  switch (line.what) {
    case 'accepted':
    case 'reopened':
      return notice('person', 'person', place, text)
    case 'closed':
    case 'erased':
      return html``
    case 'holder-lost':
    case 'overdue':
    case 'paused':
    case 'handoff-failed':
      return notice('wait', 'clock', place, text)
    case 'queued':
    case 'returned':
    case 'left':
    case 'callback-promised':
    case 'callback-attempted':
    case 'callback-cancelled':
    case 'opted-out':
    case 'opted-in':
      return notice('plain', 'info', place, text)
  }
}

/** What was taken out stands in brackets; it is shown as a gap and not as the citizen's words. */
function marked(text: string): Part {
  return text
    .split(/\[([^\]]+)\]/)
    .map((part, i) => (i % 2 === 1 ? html`<span class="mask">${part}</span>` : part))
}
