import { render } from 'lit-html'
import type { ToPage } from '#desk/frames.ts'
import { deskActions } from './actions.ts'
import { alertOf } from './alerts.ts'
import { type Announcer, announcer } from './announce.ts'
import { focusWanted, keepRowFocus } from './focus.ts'
import { listenToKeys } from './keys.ts'
import { connect } from './link.ts'
import { listsOf } from './lists.ts'
import { notify } from './notify.ts'
import { makePage, type Page } from './page.ts'
import { scrollKeeper } from './scroll.ts'
import { alertsWanted, shortcutsWanted } from './settings.ts'
import { afterOf, firstState, receive } from './state.ts'
import { typingTeller } from './tell-typing.ts'
import { titleOf } from './titles.ts'
import { view } from './view.ts'
import { writingActions } from './writing-actions.ts'

const REDRAW_EVERY_MS = 10_000
const SAY_OFFLINE_AFTER_MS = 5000

/** Makes the page: draws it, connects it, and keeps it true as time passes. */
export function startDesk(): void {
  sessionStorage.removeItem('desk-link')
  const root = document.getElementById('desk')
  if (!root) return
  const announce = announcer(addRegion('status'), addRegion('alert'))
  let offlineSaid: ReturnType<typeof setTimeout> | undefined
  let wasOffline = false

  const link = connect(liveUrl(), {
    frame: (frame) => take(frame),
    lost: (retryInMs) => {
      page.set({ link: { is: 'lost', retryAtMs: Date.now() + retryInMs } })
      wasOffline = true
      offlineSaid ??= setTimeout(() => announce.tell(page.say('say.offline')), SAY_OFFLINE_AFTER_MS)
    },
    signedOut: () => page.set({ link: { is: 'signed-out' } }),
  })
  const page: Page = makePage({
    state: {
      ...firstState,
      language: document.documentElement.lang === 'en' ? 'en' : 'da',
      shortcuts: shortcutsWanted(),
      alerts: alertsWanted(),
    },
    link,
    announce,
    draw: () => draw(),
  })
  const actions = deskActions(page)
  const writing = writingActions(page)
  const scene = { page, actions, writing, tellTyping: typingTeller(page) }

  const keepScroll = scrollKeeper()
  const draw = () => {
    keepScroll(page.state.open, () => keepRowFocus(() => render(view(scene), root)))
    document.title = titleText(page)
    focusWanted()
  }
  const take = (frame: ToPage) => {
    const before = page.state
    page.set(receive(before, frame, Date.now()))
    announceFrame(page, before, frame, announce)
    const alert = alertOf(before, page.state, frame)
    if (alert && frame.type === 'row') notify(page, alert, frame.row.conversationId)
    if (frame.type !== 'desk') return
    clearTimeout(offlineSaid)
    offlineSaid = undefined
    if (wasOffline) announce.tell(page.say('say.back'))
    wasOffline = false
    const { open } = page.state
    if (open && !open.left)
      link.send({ type: 'open', conversationId: open.conversationId, after: afterOf(open) })
  }
  listenToKeys(page, actions, writing)
  setInterval(() => page.set({}), REDRAW_EVERY_MS)
  // The countdown to the next try is read in seconds.
  setInterval(() => page.state.link.is === 'lost' && page.set({}), 1000)
  draw()
}

function announceFrame(
  page: Page,
  before: Page['state'],
  frame: ToPage,
  announce: Announcer,
): void {
  const { say, state } = page
  if (frame.type === 'row' && state.me) {
    const wasCalm = before.rows.get(frame.row.conversationId)?.alarm !== true
    if (frame.row.alarm && wasCalm) announce.warn(say('talk.crisis'))
    const waiting = (rows: typeof state.rows) =>
      listsOf(rows.values(), state.me?.id ?? '').waiting.length
    if (waiting(state.rows) > waiting(before.rows))
      announce.count(() => page.say('say.new-waiting', { count: waiting(page.state.rows) }))
  }
  // The transcript of a conversation that was just opened is read by the person, not to them.
  if (frame.type !== 'lines' || frame.afresh || state.open?.conversationId !== frame.conversationId)
    return
  const after = before.open ? afterOf(before.open) : 0
  const said = frame.lines.flatMap((line) =>
    line.by === 'citizen' && line.position > after ? [line.text] : [],
  )
  if (said.length === 1) announce.tell(say('say.citizen', { text: said[0] ?? '' }))
  if (said.length > 1) announce.tell(say('say.missed', { count: said.length }))
}

function titleText({ state, say }: Page): string {
  const waiting = listsOf(state.rows.values(), state.me?.id ?? '').waiting.length
  const count = waiting > 0 ? `(${waiting}) ` : ''
  const topic = state.open?.row ? `${titleOf(state.open.row, say)} – ` : ''
  return `${count}${topic}${say('desk.name')}`
}

function liveUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/desk/live`
}

function addRegion(role: 'status' | 'alert'): HTMLElement {
  const region = document.createElement('div')
  region.setAttribute('role', role)
  region.className = 'unseen'
  document.body.append(region)
  return region
}
