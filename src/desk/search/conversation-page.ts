import type { Language } from '#conversation/events.ts'
import type { Account } from '#desk/accounts.ts'
import { type Faults, faultSummary, textField } from '#desk/staff-page/form-parts.ts'
import { notice } from '#desk/staff-page/notice.ts'
import type { Shown } from '#desk/staff-page/staff-page.ts'
import type { Say } from '#desk/words.ts'
import { inPairs } from '#dialogue/compose/slot-words.ts'
import type { TranscriptLine } from '#dialogue/transcript.ts'
import type { DeskItem } from '#handoff/desk-item.ts'
import type { PastDoc } from '#handoff/past-view.ts'
import { sayInstant } from '#handoff/say-when.ts'
import { type Html, html } from '#platform/html.ts'
import { talkLines } from './talk-lines.ts'

export type ConversationView = {
  item: DeskItem
  /** Null: the bot had it alone. */
  past: PastDoc | null
  lines: readonly TranscriptLine[]
  mayReopen: boolean
  isAtDesk: boolean
  say: Say
  language: Language
  me: Account
  now: string
  topicTitle: string | null
  nameOf: (staffId: string) => string
  /** What was just done, from the address; anything may stand there. */
  done: string
  why: string
  faults: Faults
}

export function conversationPage(view: ConversationView): Shown {
  const { say, item, past, faults, isAtDesk, mayReopen, me } = view
  const topic = view.topicTitle ?? say(item.reason ? `reason.${item.reason}` : 'talk.no-topic')
  const body = html`${doneNotice(view)}${faultSummary(say, faults)}
${notice('info', say('past.read-only'), past ? '' : say('past.by-feedback'))}
${isAtDesk ? notice('wait', say('past.at-desk'), html`<p><a href="/desk/">${say('past.to-desk')}</a></p>`) : null}
<section class="panel" aria-labelledby="facts"><h2 id="facts">${say('past.facts')}</h2>${factList(view)}${mayReopen ? reopenForm(view) : null}</section>
<section class="panel" aria-labelledby="talk"><h2 id="talk">${say('past.talk')}</h2>${talkLines(view)}</section>
${me.role === 'lead' && !item.erased ? eraseForm(view) : null}
<p><a href="/desk/search">${say('past.to-search')}</a></p>`
  const isFault = Object.keys(faults).length > 0
  return { current: 'search', title: say('past.title', { topic }), body, isFault }
}

function doneNotice({ done, say, item, isAtDesk }: ConversationView): Html | null {
  if (done === 'erased' && item.erased) return notice('person', say('past.erased'))
  if (done === 'reopened' && isAtDesk) return notice('person', say('past.reopened'))
  if (done === 'reopen-gone') return notice('danger', say('past.reopen-gone'))
  return null
}

function factList({ say, item, past, language, now, nameOf }: ConversationView): Html {
  const ended = item.disposition ? say(`ended.${item.disposition}`) : say('past.not-ended')
  const facts: readonly (readonly [string, string])[] = [
    [say('past.began'), sayInstant(item.startedAt, now, language)],
    [say('context.channel'), say(`channel.${item.channel}`)],
    [say('context.language'), say(`language.${item.language}`)],
    ...(item.reference ? [[say('past.reference'), inPairs(item.reference)] as const] : []),
    ...(item.queue ? [[say('context.queue'), say(`queue.${item.queue}`)] as const] : []),
    ...(item.reason ? [[say('context.reason'), say(`reason.${item.reason}`)] as const] : []),
    [say('past.staff'), past?.staff.map(nameOf).join(', ') || say('past.nobody')],
    [say('past.ended'), ended],
  ]
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

function reopenForm({ say, item }: ConversationView): Html {
  return html`<form method="post" action="${actionOf(item, 'reopen')}"><p class="hint" id="reopen-hint">${say('past.reopen-more')}</p><div class="buttons"><button class="button" aria-describedby="reopen-hint">${say('past.reopen')}</button></div></form>`
}

function eraseForm({ say, item, why, faults }: ConversationView): Html {
  return html`<section class="panel" aria-labelledby="erase"><h2 id="erase">${say('past.erase')}</h2><p>${say('erase.lead')}</p>
<form method="post" action="${actionOf(item, 'erase')}">
${textField({ id: 'why', name: 'why', label: say('erase.why'), value: why, type: 'text', hint: say('erase.why-hint'), faults })}
<div class="buttons"><button class="button danger">${say('erase.go')}</button></div></form></section>`
}

function actionOf({ conversationId }: DeskItem, act: string): string {
  return `/desk/conversation/${encodeURIComponent(conversationId)}/${act}`
}
