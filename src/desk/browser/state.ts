import type { Language } from '#conversation/events.ts'
import type { Account } from '#desk/accounts.ts'
import type { Background } from '#desk/background.ts'
import type { CannedReply } from '#desk/canned-replies.ts'
import type { DeskRow } from '#desk/desk-row.ts'
import type { ActResult, Colleague, ToPage } from '#desk/frames.ts'
import type { PresenceState } from '#desk/presence.ts'
import type { Suggestion } from '#dialogue/suggest-article.ts'
import type { TranscriptLine } from '#dialogue/transcript.ts'
import { everything, type Filter } from './filter.ts'

/** Everything that the page shows. */
export type DeskState = {
  language: Language
  link: { is: 'connecting' | 'up' | 'signed-out' } | { is: 'lost'; retryAtMs: number }
  /** The server's clock minus ours. */
  clockOffsetMs: number
  me: Account | null
  rows: ReadonlyMap<string, DeskRow>
  colleagues: readonly Colleague[]
  build: string | null
  view: 'talks' | 'callbacks'
  filter: Filter
  open: OpenTalk | null
  drafts: ReadonlyMap<string, string>
  shortcuts: boolean
  alerts: Alerts
  canned: readonly CannedReply[]
  /** What last went wrong, beside the field; gone with the next thing done. */
  notice: string | null
  dialog: Dialog
}
export type Dialog =
  | 'none'
  | 'keys'
  | 'close'
  | 'erase'
  | 'colleagues'
  | 'alerts'
  | 'canned'
  | 'not-reached'
/** What the person has asked for: nothing rings and nothing pops up by itself. */
export type Alerts = { sound: boolean; notices: boolean }
export type OpenTalk = {
  conversationId: string
  row: DeskRow | null
  lines: readonly TranscriptLine[]
  background: Background | null
  /** No longer at the desk. */
  left: boolean
  takenBy: string | null
  /** Not asked for · there is none · what it is. */
  number: { is: 'hidden' } | { is: 'none' } | { is: 'shown'; number: string }
  /** Sent and not yet in the transcript. */
  going: readonly { id: string; text: string }[]
  /** The citizen writes right now. */
  writing: boolean
  suggestion: Suggestion | null
  /** The list of canned replies, while it is open: what is looked for, and which one is chosen. */
  picker: { typed: string; at: number } | null
  /** A closing of ours, while it can be taken back; `until` in milliseconds. */
  undo: { is: 'none' } | { is: 'possible'; until: number } | { is: 'too-late' }
}

export const firstState: DeskState = {
  language: 'da',
  link: { is: 'connecting' },
  clockOffsetMs: 0,
  me: null,
  rows: new Map(),
  colleagues: [],
  build: null,
  view: 'talks',
  filter: everything,
  open: null,
  drafts: new Map(),
  shortcuts: true,
  alerts: { sound: false, notices: false },
  canned: [],
  notice: null,
  dialog: 'none',
}

export function opening(conversationId: string, row: DeskRow | null): OpenTalk {
  return {
    conversationId,
    row,
    lines: [],
    background: null,
    left: false,
    takenBy: null,
    number: { is: 'hidden' },
    going: [],
    writing: false,
    suggestion: null,
    picker: null,
    undo: { is: 'none' },
  }
}

/** What a frame from the server makes of the state. */
export function receive(state: DeskState, frame: ToPage, nowMs: number): DeskState {
  const timed = { ...state, clockOffsetMs: Date.parse(frame.now) - nowMs }
  switch (frame.type) {
    case 'desk': {
      const rows = new Map(frame.rows.map((row) => [row.conversationId, row]))
      const { me, colleagues, build } = frame
      // What was told before the line broke may no longer be so.
      const open = timed.open && { ...timed.open, writing: false, suggestion: null }
      return { ...timed, me, rows, colleagues, build, open, link: { is: 'up' } }
    }
    case 'row': {
      const { row } = frame
      return withRow({ ...timed, rows: new Map(timed.rows).set(row.conversationId, row) }, row)
    }
    case 'gone': {
      const rows = new Map(timed.rows)
      rows.delete(frame.conversationId)
      return { ...timed, rows }
    }
    case 'colleagues':
      return { ...timed, colleagues: frame.colleagues }
    case 'lines':
      return timed.open?.conversationId === frame.conversationId
        ? { ...timed, open: withLines(timed.open, frame, timed.me) }
        : timed
    case 'left':
      return withOpen(timed, frame.conversationId, { left: true, writing: false, picker: null })
    case 'writing':
      return withOpen(timed, frame.conversationId, { writing: frame.writing })
    case 'suggestion':
      return withOpen(timed, frame.conversationId, { suggestion: frame.suggestion })
    case 'canned':
      return { ...timed, canned: frame.replies }
    case 'beat':
    case 'ack':
      return timed
  }
}

/** Under which name the text of a field is kept while it is being written. */
export function draftKey(field: 'reply' | 'note' | 'wrap-up', conversationId: string): string {
  return `${field} ${conversationId}`
}

export function afterOf(open: OpenTalk): number {
  return open.lines.at(-1)?.position ?? 0
}

export function isHeldBy({ me }: DeskState, row: DeskRow | null): boolean {
  return row?.state === 'held' && row.holder === me?.id
}

export function presenceOf({ colleagues, me }: DeskState): PresenceState {
  return colleagues.find(({ staffId }) => staffId === me?.id)?.state ?? 'free'
}

/** Who holds it may close it; and who just gave it to the bot, while nothing more was asked. */
export function mayClose(state: DeskState, { row, left }: OpenTalk): boolean {
  return left ? row?.state === 'bot' : isHeldBy(state, row)
}

/** Why an act did not happen, as a name of the words; undefined when it did. */
export function faultOf(result: ActResult | Undone): string | undefined {
  switch (result.state) {
    case 'done':
    case 'number':
    case 'taken':
      return undefined
    case 'gone':
      return 'fault.gone'
    case 'opted-out':
      return 'fault.opted-out'
    case 'undone':
      return result.why === 'offline' ? 'fault.offline' : 'fault.in-doubt'
    case 'refused':
      return result.code === 'role-missing' ? 'fault.role' : 'fault.other'
  }
}
/** The act was not sent, or its answer was never seen. */
export type Undone = { state: 'undone'; why: 'offline' | 'in-doubt' }

function withOpen(state: DeskState, id: string, change: Partial<OpenTalk>): DeskState {
  const { open } = state
  return open?.conversationId === id ? { ...state, open: { ...open, ...change } } : state
}

function withRow(state: DeskState, row: DeskRow): DeskState {
  return withOpen(state, row.conversationId, { row })
}

function withLines(
  open: OpenTalk,
  { lines, afresh, background, row }: Extract<ToPage, { type: 'lines' }>,
  me: Account | null,
): OpenTalk {
  const after = afterOf(open)
  // After a reconnect the same line may come again.
  const fresh = afresh ? lines : lines.filter(({ position }) => position > after)
  // The server cleans what is written, so it is known again by its turn, not by its words.
  const mine = fresh.filter((line) => line.by === 'staff' && line.name === me?.name)
  return {
    ...open,
    row,
    background,
    lines: afresh ? lines : [...open.lines, ...fresh],
    // What was being written has come.
    writing: open.writing && !fresh.some(({ by }) => by === 'citizen'),
    going: open.going.slice(afresh ? 0 : mine.length),
  }
}
