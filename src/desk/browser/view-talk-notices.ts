import { html, nothing, type TemplateResult } from 'lit-html'
import { type IconName, icon } from './icon.ts'
import { listsOf, nextOf } from './lists.ts'
import type { Scene } from './scene.ts'
import { isHeldBy, type OpenTalk } from './state.ts'
import { atTime } from './times.ts'

/** What staff must know before they read: whose it is, and what is special about it. */
export function viewTalkNotices(scene: Scene, open: OpenTalk): readonly TemplateResult[] {
  const { page, actions } = scene
  const { say, state } = page
  const { row, left, takenBy, undo } = open
  const next = state.me && nextOf(listsOf(state.rows.values(), state.me.id, state.filter))
  const onward = html`<button class="button" type="button" @click=${() => actions.leave()}>${say('talk.back-to-list')}</button>
    ${next ? html`<button class="button" type="button" @click=${() => actions.next('write')}>${say('list.next')}</button>` : nothing}`
  const fault = state.notice && notice('danger', 'alert', state.notice, '')
  const before = fault && !isHeldBy(state, row) ? [fault] : []
  if (left && undo.is !== 'none') return [...before, viewUndo(scene, open, undo, onward)]
  if (left)
    return [
      ...before,
      notice(
        'info',
        'info',
        say('talk.left'),
        say(row?.state === 'bot' ? 'talk.left-bot' : 'talk.left-closed'),
        onward,
      ),
    ]
  const notices: TemplateResult[] = []
  const heldByOther = row?.state === 'held' && !isHeldBy(state, row)
  const name = row?.holderName ?? say('someone')
  if (takenBy && heldByOther)
    notices.push(
      notice(
        'wait',
        'person',
        say('talk.taken', { name: takenBy }),
        say('talk.taken-more', { name: takenBy }),
        onward,
      ),
    )
  else if (heldByOther)
    notices.push(
      notice('wait', 'person', say('talk.held', { name }), say('talk.held-more'), onward),
    )
  notices.push(...before)
  const opted = open.lines.findLast((line) => line.by === 'event' && /^opted-/.test(line.what.type))
  if (opted?.by === 'event' && opted.what.type === 'opted-out')
    notices.push(notice('wait', 'phone', say('talk.no-sms'), say('talk.no-sms-more')))
  if (row?.state === 'waiting' && row.firstInLine)
    notices.push(notice('wait', 'offline', say('talk.first'), say('talk.first-more')))
  if (row?.alarm)
    notices.push(notice('danger', 'alert', say('talk.crisis'), say('talk.crisis-more')))
  return notices
}

function notice(
  kind: 'info' | 'wait' | 'danger',
  sign: IconName,
  heading: string,
  text: string,
  more?: TemplateResult,
): TemplateResult {
  return html`<div class=${`notice ${kind}`}>${icon(sign)}<h2>${heading}</h2><div>${text ? html`<p>${text}</p>` : nothing}${more ? html`<div class="buttons">${more}</div>` : nothing}</div></div>`
}

/** What we closed ourselves, and the way back for as long as there is one. */
function viewUndo(
  { page, actions }: Scene,
  { row }: OpenTalk,
  undo: Exclude<OpenTalk['undo'], { is: 'none' }>,
  onward: TemplateResult,
): TemplateResult {
  const { say, state, nowMs } = page
  if (undo.is === 'too-late' || undo.until <= nowMs || row?.erased)
    return notice('info', 'check', say('close.done'), say('undo.too-late'), onward)
  const time = atTime(undo.until, state.language, say)
  const back = html`<button class="button" type="button" id="undo" @click=${() => actions.undoClose()}>${icon('undo', 'flip')} ${say('undo.go')}</button>`
  return notice(
    'info',
    'check',
    say('close.done'),
    say('undo.until', { time }),
    html`${back} ${onward}`,
  )
}
