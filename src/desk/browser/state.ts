import type { Language } from '#conversation/events.ts'
import type { Account } from '#desk/accounts.ts'
import type { Background } from '#desk/background.ts'
import type { DeskRow } from '#desk/desk-row.ts'
import type { ActResult, Colleague, ToPage } from '#desk/frames.ts'
import type { TranscriptLine } from '#dialogue/transcript.ts'

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
  queue: string | null
  open: OpenTalk | null
  drafts: ReadonlyMap<string, string>
  shortcuts: boolean
  /** What last went wrong, beside the field; gone with the next thing done. */
  notice: string | null
  dialog: 'none' | 'keys' | 'close' | 'erase' | 'colleagues'
}
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
  queue: null,
  open: null,
  drafts: new Map(),
  shortcuts: true,
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
  }
}

/** What a frame from the server makes of the state. */
export function receive(state: DeskState, frame: ToPage, nowMs: number): DeskState {
  const timed = { ...state, clockOffsetMs: Date.parse(frame.now) - nowMs }
  switch (frame.type) {
    case 'desk': {
      const rows = new Map(frame.rows.map((row) => [row.conversationId, row]))
      const { me, colleagues, build } = frame
      return { ...timed, me, rows, colleagues, build, link: { is: 'up' } }
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
      return timed.open?.conversationId === frame.conversationId
        ? { ...timed, open: { ...timed.open, left: true } }
        : timed
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
    case 'undone':
      return result.why === 'offline' ? 'fault.offline' : 'fault.in-doubt'
    case 'refused':
      return result.code === 'role-missing' ? 'fault.role' : 'fault.other'
  }
}
/** The act was not sent, or its answer was never seen. */
export type Undone = { state: 'undone'; why: 'offline' | 'in-doubt' }

function withRow(state: DeskState, row: DeskRow): DeskState {
  const { open } = state
  return open?.conversationId === row.conversationId ? { ...state, open: { ...open, row } } : state
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
    going: open.going.slice(afresh ? 0 : mine.length),
  }
}
