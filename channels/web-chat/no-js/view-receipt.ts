import { bound, inPairs } from '#channels/web-chat/browser/format.ts'
import type { Card, CitizenLine } from '#channels/web-chat/browser/frames.ts'
import { type Html, html } from '#platform/html.ts'
import { icon } from './icon.ts'
import { choiceButton, type View } from './view.ts'
import { buttonRow, item, type Place, who } from './view-item.ts'

/** A promise: when, to which number, about what, and how to change it while it stands. */
export function receiptView(
  line: Extract<CitizenLine, { by: 'bot' }>,
  card: Extract<Card, { kind: 'receipt' }>,
  place: Place,
  view: View,
): Html {
  const { say, state } = view
  const booked = state.ended.how === 'not' ? state.standing?.callback : null
  const isBooked = booked != null && inPairs(booked.reference) === inPairs(card.reference)
  const press = (choice: string, label: string) => choiceButton(view, choice, label, html`${label}`)
  const row = (name: string, value: string | null, className = '') =>
    value === null
      ? null
      : html`<div><dt>${say(name)}</dt><dd class="${className}">${value}</dd></div>`
  const number = card.numberEnd === null ? null : say('receipt-number-end', { end: card.numberEnd })
  const buttons = isBooked
    ? [press('call-me', say('receipt-change')), press('no-thanks', say('receipt-cancel'))]
    : []
  const save = html`<a class="button" href="/chat/samtale.txt" download>${icon('download')} ${say('download')}</a>`
  return item(
    'msg bot',
    place,
    html`${who(html`${say('receipt-who')}`, line.at, place, view)}
    <div class="receipt">
      <h3>${icon('check')} ${say('receipt-title')}</h3>
      <p class="when">${bound(say('receipt-when', { when: card.when }))}</p>
      <dl>${row('receipt-number', number)}${row('receipt-about', card.about)}${row('receipt-reference', inPairs(card.reference), 'ref')}</dl>
      <p class="hint">${say('receipt-hint')}</p>
      ${buttonRow([...buttons, save])}
    </div>`,
  )
}
