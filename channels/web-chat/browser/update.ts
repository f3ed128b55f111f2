import type { CitizenLine, FeedbackLine, ServerFrame, Standing } from './frames.ts'
import { takenBack, withStored } from './opinions.ts'
import type { Ended, Pending, State } from './state.ts'
import { emptyForm } from './state.ts'

/** What a frame from the server makes of the state. */
export function afterFrame(state: State, frame: ServerFrame, nowMs: number): State {
  switch (frame.type) {
    case 'welcome':
      return afterWelcome(state, frame, nowMs)
    case 'lines':
      return afterLines(state, frame.lines)
    case 'standing':
      return endIfEnded(withStanding(state, frame.standing))
    case 'received':
      return afterReceived(state, frame.id, frame.lineId)
    case 'refused':
      return afterRefused(state, frame)
    case 'staff-writing':
      return { ...state, staffWrites: frame.writing }
    case 'hours':
      return { ...state, hours: frame.hours }
    case 'ended':
      return frame.how === 'erased' ? wiped(state, { how: 'erased' }) : state
    case 'error':
      return { ...state, trouble: frame.text, opinions: takenBack(state.opinions) }
    case 'pong':
      return state
  }
}

/** Nothing of the conversation is left on the page. */
export function wiped(state: State, ended: Ended): State {
  return {
    ...state,
    panel: 'log',
    lines: [],
    pending: [],
    standing: null,
    wait: 'none',
    form: emptyForm,
    unread: 0,
    newBelow: false,
    trouble: null,
    whole: [],
    opinions: {},
    staffWrites: false,
    ended,
  }
}

export function changePending(
  state: State,
  id: string,
  change: Partial<Omit<Pending, 'id'>>,
): State {
  const pending = state.pending.map((one) => (one.id === id ? { ...one, ...change } : one))
  return { ...state, pending }
}

/** The position up to which the page has everything. */
export function lastPosition(state: State): number {
  return state.lines.at(-1)?.position ?? 0
}

function afterWelcome(
  state: State,
  frame: Extract<ServerFrame, { type: 'welcome' }>,
  nowMs: number,
): State {
  const { standing, hours } = frame
  const skewMs = Date.parse(frame.now) - nowMs
  const kept = frame.resumed ? state : forgotten(state)
  const online = { link: 'online', offline: false, trouble: null } as const
  return endIfEnded({ ...kept, ...online, standing, hours, skewMs })
}

function withStanding(state: State, standing: Standing): State {
  const staffWrites = state.staffWrites && standing.handledBy === 'staff'
  return { ...state, standing, hours: standing.hours, staffWrites }
}

/** The server knows nothing of what the page shows; what the citizen said last is sent once more. */
function forgotten(state: State): State {
  const pending = state.pending.map((one) => ({ ...one, fate: 'waiting', lineId: null }) as const)
  return { ...state, lines: [], opinions: {}, pending, form: emptyForm }
}

function afterLines(state: State, lines: readonly (CitizenLine | FeedbackLine)[]): State {
  // What comes after the end is not put back on a page that was cleared.
  if (state.ended.how !== 'not' && state.lines.length === 0) return state
  const after = lastPosition(state)
  const feedback = lines.filter((line) => line.by === 'feedback')
  const fresh = lines.flatMap((line) =>
    line.by === 'feedback' || line.position <= after ? [] : [line],
  )
  const opinions = feedback.length === 0 ? state.opinions : withStored(state.opinions, feedback)
  if (fresh.length === 0) return { ...state, opinions }
  const shown = new Set(fresh.map((line) => ('id' in line ? line.id : '')))
  const pending = state.pending.filter(({ lineId }) => lineId === null || !shown.has(lineId))
  const fromUs = fresh.filter((line) => line.by !== 'citizen').length
  const unread = state.open ? 0 : state.unread + fromUs
  const staffWrites = state.staffWrites && fresh.every((line) => line.by !== 'staff')
  const shownNow = [...state.lines, ...fresh]
  const now = { ...state, lines: shownNow, pending, unread, opinions, staffWrites }
  return endIfEnded(goOnIfReopened(now))
}

function afterReceived(state: State, id: string, lineId: string | null): State {
  const sent = state.pending.find((one) => one.id === id)
  if (sent === undefined) return state
  // Whoever changes the call later is not asked for the number again.
  const form = sent.said.via === 'form' ? { ...emptyForm, phone: sent.said.phone } : state.form
  const isShown = state.lines.some((line) => 'id' in line && line.id === lineId)
  // Received before: its line has come or comes by itself.
  if (lineId === null || isShown) {
    return { ...state, form, pending: state.pending.filter((one) => one.id !== id) }
  }
  return changePending({ ...state, form }, id, { fate: 'received', lineId })
}

function afterRefused(state: State, frame: Extract<ServerFrame, { type: 'refused' }>): State {
  const without = { ...state, pending: state.pending.filter(({ id }) => id !== frame.id) }
  switch (frame.code) {
    case 'phone':
      return { ...without, form: { ...state.form, phoneError: frame.text } }
    case 'empty':
      return { ...without, trouble: frame.text }
    case 'closed':
      return endIfEnded(
        {
          ...changePending(state, frame.id, { fate: 'unsent', why: null }),
          wait: 'none',
        },
        true,
      )
    case 'request-invalid':
    case 'request-too-large':
    case 'too-fast':
    case 'token-unknown':
    case 'storage-failed':
    case 'internal-error':
      return changePending(state, frame.id, { fate: 'unsent', why: frame.text })
  }
}

/** Reads from lines and standing whether the conversation is over. */
function endIfEnded(state: State, isClosed = false): State {
  if (state.ended.how !== 'not') return state
  if (state.standing?.erased === true || has(state, 'erased'))
    return wiped(state, { how: 'erased' })
  const closing = isOver(state) ? has(state, 'closed') : undefined
  if (closing === undefined && !isClosed) return state
  const ended: Ended = {
    how: 'closed',
    stays: closing !== undefined && isWithStaff(state.lines),
    text: closing?.text ?? '',
    reference: state.standing?.reference ?? null,
  }
  // Whoever sits here next sees nothing, but what was never sent is still the citizen's.
  const unsent = state.pending.filter(({ fate }) => fate !== 'received')
  return ended.stays
    ? { ...state, ended, pending: unsent, wait: 'none' }
    : { ...wiped(state, ended), pending: unsent }
}

/** Staff took the end back: what is on the page goes on. */
function goOnIfReopened(state: State): State {
  const isClosed = state.ended.how === 'closed'
  return isClosed && !isOver(state) ? { ...state, ended: { how: 'not' } } : state
}

/** False when the last word on it is that staff took the end back. */
function isOver({ lines }: State): boolean {
  const last = lines.findLast(
    (line) => line.by === 'event' && (line.what === 'closed' || line.what === 'reopened'),
  )
  return last?.by !== 'event' || last.what === 'closed'
}

function has(state: State, what: 'closed' | 'erased') {
  return state.lines.findLast(
    (line): line is Extract<CitizenLine, { by: 'event' }> =>
      line.by === 'event' && line.what === what,
  )
}

/** Whether a person had the conversation last. */
function isWithStaff(lines: readonly CitizenLine[]): boolean {
  const last = lines.findLast(
    (line) =>
      line.by === 'staff' ||
      (line.by === 'event' && (line.what === 'accepted' || line.what === 'returned')),
  )
  return last !== undefined && !(last.by === 'event' && last.what === 'returned')
}
