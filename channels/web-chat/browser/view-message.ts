import { html, nothing, type TemplateResult } from 'lit-html'
import { directed } from '#platform/browser/directed.ts'
import { bound, clockTime, inPairs } from './format.ts'
import type { CitizenLine } from './frames.ts'
import { hideCpr } from './hide-cpr.ts'
import { icon } from './icons.ts'
import type { Pending } from './state.ts'
import type { Template, View } from './view.ts'
import { answerView, langOf } from './view-answer.ts'
import { crisisLines } from './view-card.ts'
import { noticeText } from './view-rich-text.ts'

type BotLine = Extract<CitizenLine, { by: 'bot' }>

/** One line of the conversation. `isActive`: nothing was said after it, its buttons and fields still count. */
export function messageView(line: CitizenLine, isActive: boolean, view: View): Template {
  const { say } = view
  switch (line.by) {
    case 'citizen':
      return html`<li class="msg own">${ownWho(line.at, view)}<p class="bubble" dir="auto">${line.masked ? marked(line.text) : directed(line.text)}</p>${line.masked ? html`<p class="fate">${icon('info')} ${say('masked')}</p>` : nothing}${isActive ? html`<p class="fate">${icon('check')} ${say('received')}</p>` : nothing}</li>`
    case 'bot':
      return botView(line, isActive, view)
    case 'staff':
      return html`<li class="msg staff"><p class="who"><span class="face" aria-hidden="true">${line.name.charAt(0)}</span> ${line.name} ${timeOf(line.at, view)}</p><div class="answer"><p class="staff-text" dir="auto">${directed(line.text)}</p></div></li>`
    case 'event':
      return eventView(line, view)
  }
}

/** What was said and is not a line yet, with its fate in words. */
export function pendingView(one: Pending, view: View): TemplateResult {
  const className = one.fate === 'received' ? 'msg own' : 'msg own unsent'
  return html`<li class=${className}>${ownWho(one.at, view)}<p class="bubble" dir="auto">${hidden(one.text, view)}</p>${fate(one, view)}</li>`
}

function fate({ fate: is, id, why }: Pending, { state, say, act }: View): Template {
  if (is === 'received') return html`<p class="fate">${icon('check')} ${say('received')}</p>`
  if (is === 'unsent') {
    const again =
      state.ended.how === 'not'
        ? html`<button class="button small" type="button" @click=${() => act.sendAgain(id)}>${icon('refresh')} ${say('send-again')}</button>`
        : nothing
    return html`<p class="fate bad">${icon('alert')} ${say('unsent')} ${again}</p>${why === null ? nothing : html`<p class="fate">${why}</p>`}`
  }
  if (state.offline) return html`<p class="fate">${icon('clock')} ${say('waits-for-network')}</p>`
  return html`<p class="fate">${say('sending')}</p>`
}

function botView(line: BotLine, isActive: boolean, view: View): TemplateResult {
  const { say } = view
  const { card } = line
  if (line.mood === 'broken') return brokenView(line.text, isActive, view)
  if (line.mood === 'notice' || card?.kind === 'queued') return waitNotice(line, isActive, view)
  if (card?.kind === 'crisis') {
    return html`<li class="notice danger" lang=${langOf(line, view)}>${icon('phone')}<div class="notice-body">${noticeText(line.text, say)}${crisisLines(card)}</div></li>`
  }
  if (card?.kind === 'receipt') return receiptView(line, card, view)
  return html`<li class="msg bot"><p class="who">${say('bot')} ${timeOf(line.at, view)}</p>${answerView(line, isActive, view)}</li>`
}

function brokenView(text: string, isActive: boolean, { say, act }: View): TemplateResult {
  const phone = say('main-phone')
  const buttons = html`<div class="buttons"><button class="button" type="button" @click=${() => act.tryAgain()}>${icon('refresh')} ${say('try-again')}</button><a class="button" href="tel:+4533663366">${icon('phone')} ${phone}</a></div>`
  return html`<li class="notice danger">${icon('alert')}<div class="notice-body">${noticeText(text, say)}${isActive ? buttons : nothing}</div></li>`
}

/** An answer that does not come at all, as the page sees it. */
export function stalledView(view: View): TemplateResult {
  return brokenView(`${view.say('broken-title')}. ${view.say('broken-text')}`, true, view)
}

function waitNotice(line: BotLine, isActive: boolean, view: View): TemplateResult {
  const { text, card } = line
  const { state, say, act } = view
  const button = (choice: 'call-me' | 'leave-queue', label: string) =>
    html`<button class="button small" type="button" @click=${() => act.choose(choice, label)}>${choice === 'call-me' ? icon('phone') : nothing} ${label}</button>`
  const offered = card?.kind === 'choices' ? card.choices : []
  const buttons =
    state.standing?.handledBy === 'queue' && card?.kind === 'queued'
      ? html`<div class="buttons">${button('call-me', say('call-instead'))}${button('leave-queue', say('leave-queue'))}</div>`
      : isActive && offered.length > 0
        ? html`<div class="buttons">${offered.map(({ choice, label }) => html`<button class="button small" type="button" @click=${() => act.choose(choice, label)}>${label}</button>`)}</div>`
        : nothing
  return html`<li class="notice wait" lang=${langOf(line, view)}>${icon('clock')}<div class="notice-body">${noticeText(text, say)}${buttons}</div></li>`
}

function receiptView(
  line: BotLine,
  card: Extract<NonNullable<BotLine['card']>, { kind: 'receipt' }>,
  view: View,
): TemplateResult {
  const { say, act, state } = view
  const standing = state.ended.how === 'not' ? state.standing?.callback : null
  const isBooked = standing != null && inPairs(standing.reference) === inPairs(card.reference)
  const press = (choice: 'call-me' | 'no-thanks', label: string) =>
    html`<button class="button small" type="button" @click=${() => act.choose(choice, label)}>${label}</button>`
  const row = (name: string, value: string | null, className = '') =>
    value === null
      ? nothing
      : html`<div><dt>${say(name)}</dt><dd class=${className}>${value}</dd></div>`
  const id = `receipt-${line.position}`
  const number = card.numberEnd === null ? null : say('receipt-number-end', { end: card.numberEnd })
  return html`<li class="msg bot"><p class="who">${say('receipt-who')} ${timeOf(line.at, view)}</p>
    <section class="receipt" aria-labelledby=${id}>
      <h3 id=${id}>${icon('check')} ${say('receipt-title')}</h3>
      <p class="when">${bound(say('receipt-when', { when: card.when }))}</p>
      <dl>${row('receipt-number', number)}${row('receipt-about', card.about)}${row('receipt-reference', inPairs(card.reference), 'ref')}</dl>
      <p class="hint">${say('receipt-hint')}</p>
      <div class="buttons">${isBooked ? [press('call-me', say('receipt-change')), press('no-thanks', say('receipt-cancel'))] : nothing}<button class="button small" type="button" @click=${() => act.save('receipt', line.id)}>${icon('download')} ${say('save')}</button></div>
    </section></li>`
}

function eventView(line: Extract<CitizenLine, { by: 'event' }>, { say }: View): Template {
  switch (line.what) {
    case 'accepted':
    case 'reopened':
      return html`<li class="notice person">${icon('person')}<div class="notice-body">${noticeText(line.text, say)}</div></li>`
    case 'closed':
    case 'erased':
      return nothing
    case 'holder-lost':
    case 'overdue':
    case 'handoff-failed':
      return html`<li class="notice wait">${icon('clock')}<div class="notice-body">${noticeText(line.text, say)}</div></li>`
    case 'queued':
    case 'returned':
    case 'left':
    case 'paused':
    case 'callback-promised':
    case 'callback-attempted':
    case 'callback-cancelled':
    case 'opted-out':
    case 'opted-in':
      return html`<li class="notice plain">${icon('info')}<div class="notice-body">${noticeText(line.text, say)}</div></li>`
  }
}

function ownWho(at: string, view: View): TemplateResult {
  return html`<p class="who"><span class="unseen">${view.say('you-wrote')}</span> ${timeOf(at, view)}</p>`
}

function timeOf(at: string, { state }: View): TemplateResult {
  return html`<time datetime=${at}>${clockTime(at, state.language)}</time>`
}

function hidden(text: string, { say }: View): unknown {
  const shown = hideCpr(text, say('masked-cpr'))
  return shown === text ? directed(text) : marked(shown)
}

/** What was taken out stands in brackets; it is shown as a gap and not as the citizen's words. */
function marked(text: string): unknown[] {
  return text
    .split(/\[([^\]]+)\]/)
    .map((part, i) => (i % 2 === 1 ? html`<span class="mask">${part}</span>` : directed(part)))
}
