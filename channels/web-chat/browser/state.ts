import type { CitizenLine, Language, SayFrame, Standing } from './frames.ts'
import type { Opinion } from './opinions.ts'

/** All that the widget shows. Changes only by `update.ts` and the chat itself; views read it. */
export type State = {
  open: boolean
  panel: Panel
  language: Language
  textSize: TextSize
  /** Answers are shown in few and plain words first. */
  plain: boolean
  /** Answers are read aloud as they come. */
  readsAloud: boolean
  /** The languages that a voice of this computer speaks. */
  voices: readonly Language[]
  /** The line that is being read aloud. */
  reading: string | null
  /** The answers that are shown whole although plain words are asked for. */
  whole: readonly string[]
  /** What the citizen thinks of answers, by the answer's id. */
  opinions: Readonly<Record<string, Opinion>>
  /** The person who holds the conversation is writing. */
  staffWrites: boolean
  link: Link
  /** Lost for long enough to be said. */
  offline: boolean
  hours: string
  standing: Standing | null
  lines: readonly CitizenLine[]
  pending: readonly Pending[]
  wait: Wait
  ended: Ended
  form: CallbackForm
  unread: number
  /** Something new came while the citizen reads further up. */
  newBelow: boolean
  /** What the server could not do, in words. */
  trouble: string | null
  /** Something is written in the field and not sent. */
  hasDraft: boolean
  /** Characters above what one message may have. */
  tooLong: number
  /** The server's clock minus this computer's. */
  skewMs: number
}
export type Panel = 'log' | 'settings' | 'privacy' | 'delete'
export type TextSize = 'normal' | 'large' | 'larger' | 'largest'
/** `new` has never been connected: the chat was not opened yet. */
export type Link = 'new' | 'connecting' | 'slow-start' | 'online' | 'lost'
export type Wait = 'none' | 'soon' | 'thinking' | 'slow' | 'broken'
export type Ended =
  | { how: 'not' }
  /** `stays`: staff ended it, and their last words may still be read; else nothing of it is left on the page. */
  | { how: 'closed'; stays: boolean; text: string; reference: string | null }
  | { how: 'erased' }
/** Something that the citizen said and that is not a line yet. */
export type Pending = {
  id: string
  text: string
  said: SayFrame['said']
  at: string
  fate: 'waiting' | 'received' | 'unsent'
  /** The line that will show it, once the server has named it. */
  lineId: string | null
  why: string | null
}
export type CallbackForm = {
  phone: string
  slot: number | null
  phoneError: string | null
  slotError: string | null
}

export const emptyForm: CallbackForm = { phone: '', slot: null, phoneError: null, slotError: null }

/** How the citizen wants to read; outlives the conversation and a reload. */
export type Preferences = Pick<State, 'language' | 'textSize' | 'plain' | 'readsAloud'>

type Kept = Pick<State, 'language' | 'textSize' | 'pending' | 'open'> &
  Partial<Pick<State, 'plain' | 'readsAloud' | 'hasDraft'>>

export function freshState(kept: Kept): State {
  return {
    plain: false,
    readsAloud: false,
    hasDraft: false,
    ...kept,
    voices: [],
    reading: null,
    whole: [],
    opinions: {},
    staffWrites: false,
    panel: 'log',
    link: 'new',
    offline: false,
    hours: '',
    standing: null,
    lines: [],
    wait: 'none',
    ended: { how: 'not' },
    form: emptyForm,
    unread: 0,
    newBelow: false,
    trouble: null,
    tooLong: 0,
    skewMs: 0,
  }
}

/** The answer that is being looked for: the bot's, never a person's. */
export function isWaiting(state: State): boolean {
  if (state.ended.how !== 'not') return false
  const handledBy = state.standing?.handledBy ?? 'bot'
  if (handledBy !== 'bot') return false
  const sent = state.link === 'online' && state.pending.some(({ fate }) => fate === 'waiting')
  return sent || state.standing?.thinking === true
}

/** What was said last: its buttons and fields still count. */
export function activeLineId(state: State): string | null {
  if (state.ended.how !== 'not' || state.pending.length > 0) return null
  const last = state.lines.findLast((line) => line.by !== 'event')
  return last?.by === 'bot' || last?.by === 'citizen' ? last.id : null
}

/** Whether there is a conversation to end, save or delete. */
export function hasConversation(state: State): boolean {
  return state.lines.length > 0 || state.pending.length > 0
}
