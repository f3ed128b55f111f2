import { html, nothing, type TemplateResult } from 'lit-html'
import { type IconName, icon } from './icon.ts'
import { listsOf, nextOf } from './lists.ts'
import type { Scene } from './scene.ts'
import { isHeldBy, type OpenTalk } from './state.ts'

/** What staff must know before they read: whose it is, and what is special about it. */
export function viewTalkNotices(
  { page, actions }: Scene,
  open: OpenTalk,
): readonly TemplateResult[] {
  const { say, state } = page
  const { row, left, takenBy } = open
  const next = state.me && nextOf(listsOf(state.rows.values(), state.me.id, state.queue))
  const onward = html`<div class="buttons">
    <button class="button" type="button" @click=${() => actions.leave()}>${say('talk.back-to-list')}</button>
    ${next ? html`<button class="button" type="button" @click=${() => actions.next()}>${say('list.next')}</button>` : nothing}
  </div>`
  if (left)
    return [
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
  if (state.notice && !isHeldBy(state, row))
    notices.push(notice('danger', 'alert', state.notice, ''))
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
  return html`<div class=${`notice ${kind}`}>${icon(sign)}<h2>${heading}</h2><div>${text ? html`<p>${text}</p>` : nothing}${more}</div></div>`
}
