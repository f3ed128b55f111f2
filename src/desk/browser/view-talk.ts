import { html, nothing, type TemplateResult } from 'lit-html'
import type { DeskRow } from '#desk/desk-row.ts'
import { icon } from './icon.ts'
import { hasCallback, isLate } from './lists.ts'
import type { Scene } from './scene.ts'
import { showNewest } from './scroll.ts'
import { isHeldBy, mayClose, type OpenTalk } from './state.ts'
import { promise, waitLength } from './times.ts'
import { inPairs, titleOf } from './titles.ts'
import { viewCallback } from './view-callback.ts'
import { viewReady } from './view-empty.ts'
import { viewLines } from './view-lines.ts'
import { iconOf } from './view-row.ts'
import { viewTalkNotices } from './view-talk-notices.ts'
import { viewWrite } from './view-write.ts'

/** The open conversation: what it is, what was said, and the field. */
export function viewTalk(scene: Scene): TemplateResult {
  const { page } = scene
  const { open } = page.state
  if (!open)
    return html`<main class="desk-talk" id="samtale" tabindex="-1">${viewReady(scene)}</main>`
  const mayWrite = !open.left && isHeldBy(page.state, open.row)
  const notices = viewTalkNotices(scene, open)
  const callback =
    open.row && !open.left && hasCallback(open.row) ? viewCallback(scene, open) : nothing
  return html`<main class="desk-talk" id="samtale" tabindex="-1">
    ${viewHead(scene, open)}
    <div class="talk-scroll" role="region" aria-label=${page.say('talk.name')} tabindex="0">
      ${notices.length > 0 || callback !== nothing ? html`<div class="talk">${notices} ${callback}</div>` : nothing}
      ${open.background === null && !open.left ? html`<p class="empty">${page.say('talk.loading')}</p>` : viewLines(scene, open)}
      <button class="button talk-new" type="button" id="newest" hidden @click=${showNewest}>${page.say('talk.new')}</button>
    </div>
    ${open.left ? nothing : html`<p class="writing">${open.writing ? html`${icon('dots')} ${page.say('talk.writing')}` : nothing}</p>`}
    ${mayWrite ? viewWrite(scene, open) : nothing}
  </main>`
}

function viewHead(scene: Scene, open: OpenTalk): TemplateResult {
  const { say, state, nowMs } = scene.page
  const { row } = open
  if (!row)
    return html`<header class="talk-head"><h1 id="talk-title" tabindex="-1">${say('talk.no-topic')}</h1></header>`
  const reference = row.callback?.reference ?? row.reference
  const promised = hasCallback(row) && row.callback
  const late = isLate(row, nowMs) ? 'danger' : 'wait'
  return html`<header class="talk-head">
    <div>
      <h1 id="talk-title" tabindex="-1">${titleOf(row, say)}</h1>
      <p class="meta">
        <span>${icon(iconOf(row))} ${say(wayOf(row))}</span>
        <span>${say(`language.${row.language}`)}</span>
        ${promised ? html`<span class=${`badge ${late}`}>${icon(late === 'danger' ? 'alert' : 'clock')} ${say('talk.promised', { when: promise(promised.slot.to, nowMs, state.language, say) })}</span>` : nothing}
        ${waitOf(open, scene.page)}
        ${reference ? html`<span>${say('talk.reference')} <b class="tnum">${inPairs(reference)}</b></span>` : nothing}
      </p>
    </div>
    ${viewHeadButtons(scene, open)}
  </header>`
}

function viewHeadButtons(
  { page, actions }: Scene,
  open: OpenTalk,
): TemplateResult | typeof nothing {
  const { say, state } = page
  const { row, conversationId, left } = open
  const close = mayClose(state, open)
    ? html`<button class="button" type="button" @click=${() => page.set({ dialog: 'close' })}>${icon('check')} ${say('talk.close')}</button>`
    : nothing
  if (left) return html`<div class="buttons">${close}</div>`
  if (isHeldBy(state, row))
    return html`<div class="buttons">
      <button class="button" type="button" @click=${() => actions.returnToBot()}>${icon('undo', 'flip')} ${say('talk.return')}</button>
      ${close}
    </div>`
  if (row?.state !== 'waiting') return nothing
  return html`<div class="buttons"><button class="button primary" type="button" @click=${() => actions.claim(conversationId, 'write')}>${say('talk.claim')} <kbd>T</kbd></button></div>`
}

// A promised call is made by phone, wherever the citizen wrote.
function wayOf(row: DeskRow): string {
  const means = row.state !== 'held' && hasCallback(row) ? row.callback?.means : undefined
  if (means === 'phone') return 'row.call'
  return means === 'sms' ? 'row.text' : `channel.${row.channel}`
}

// Read off the transcript: from joining the queue until somebody took it.
function waitOf(
  { row, lines }: OpenTalk,
  { say, nowMs }: Scene['page'],
): TemplateResult | typeof nothing {
  if (row?.state === 'waiting' && row.waitingSince && !hasCallback(row))
    return html`<span>${say('talk.waits', { wait: waitLength(row.waitingSince, nowMs, say) })}</span>`
  const last = (type: string) =>
    lines.findLast((line) => line.by === 'event' && line.what.type === type)
  const [queued, accepted] = [last('queued'), last('accepted')]
  if (!queued || !accepted || accepted.at < queued.at) return nothing
  return html`<span>${say('talk.waited', { wait: waitLength(queued.at, Date.parse(accepted.at), say) })}</span>`
}
