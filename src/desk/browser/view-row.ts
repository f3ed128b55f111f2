import { html, nothing, type TemplateResult } from 'lit-html'
import type { DeskRow } from '#desk/desk-row.ts'
import { type IconName, icon } from './icon.ts'
import { hasCallback, isLate } from './lists.ts'
import type { Scene } from './scene.ts'
import { byWhen, waited } from './times.ts'
import { titleOf } from './titles.ts'

/** One conversation in the list: what it is about, how long, and the last that was said. One link. */
export function viewRow({ page, actions }: Scene, row: DeskRow): TemplateResult {
  const { say, state, nowMs } = page
  const late = isLate(row, nowMs)
  const open = (event: Event) => {
    event.preventDefault()
    actions.open(row.conversationId)
    // Where the panes stand under each other the conversation is further down.
    if (matchMedia('(max-width: 63.99em)').matches) document.getElementById('samtale')?.focus()
  }
  const isOpen = state.open?.conversationId === row.conversationId
  return html`<a class=${late ? 'row late' : 'row'} href="#samtale" data-conversation=${row.conversationId} aria-current=${isOpen ? 'true' : nothing} @click=${open}>
    <b>${titleOf(row, say)}</b><span class="wait-time">${late ? icon('alert') : nothing} ${whenOf(row, late, page)}</span>
    <span class="said">${icon(iconOf(row))} ${saidOf(row, page)}</span>
    ${row.alarm && row.state !== 'closed' ? html`<span class="said"><span class="badge danger">${icon('alert')} ${say('row.crisis')}</span></span>` : nothing}
    ${row.firstInLine && row.state === 'waiting' ? html`<span class="said"><span class="badge wait">${icon('flag')} ${say('row.first')}</span></span>` : nothing}
  </a>`
}

export function iconOf(row: DeskRow): IconName {
  const { channel, state } = row
  if (state !== 'held' && hasCallback(row) && row.callback?.means === 'phone') return 'phone'
  switch (channel) {
    case 'sms':
      return 'sms'
    case 'voice':
      return 'phone'
    case 'web-chat':
    case 'bot-framework':
    case 'terminal':
      return 'chat'
  }
}

function whenOf(row: DeskRow, late: boolean, { nowMs, say, state }: Scene['page']): string {
  const { callback, waitingSince, lastAt } = row
  if (row.state !== 'held' && hasCallback(row) && callback) {
    const when = byWhen(callback.slot.to, nowMs, state.language, say)
    return say(late ? 'row.late' : 'row.by', { when })
  }
  return waited((row.state === 'waiting' && waitingSince) || lastAt, nowMs, say)
}

function saidOf(row: DeskRow, { say, state }: Scene['page']): string {
  const { callback } = row
  const parts: string[] = []
  if (row.state === 'held' && row.holder !== state.me?.id)
    parts.push(say('row.with', { name: row.holderName ?? say('someone') }))
  if (row.language === 'en') parts.push(say('row.english'))
  if (row.state !== 'held' && hasCallback(row) && callback) {
    parts.push(
      callback.means === 'here'
        ? say('row.here', { channel: say(`channel.${row.channel}`).toLocaleLowerCase() })
        : say(callback.means === 'phone' ? 'row.call' : 'row.text'),
    )
    if (callback.attempts === 1) parts.push(say('row.tried-once'))
    if (callback.attempts > 1) parts.push(say('row.tried', { count: callback.attempts }))
  } else parts.push(row.erased ? say('row.erased') : (row.preview ?? say('row.said-nothing')))
  return parts.join(' · ')
}
