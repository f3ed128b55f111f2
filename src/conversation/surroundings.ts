import type { ChannelName, ConversationEvent, Language, QueueId, Saying, Slot } from './events.ts'

/** What a decision may know of the world outside the conversation: all of it is passed in. */
export type Surroundings = {
  at: string
  fresh: { replyId: string; reference: string }
  desk: DeskState
  switches: Switches
  texts: CuratedTexts
}

/** How the queue that this conversation would go to stands now. */
export type DeskState = {
  queue: QueueId
  /** False when the city has switched the desk off: nothing can be queued. */
  accepting: boolean
  open: boolean
  onDuty: boolean
  ahead: number
  opensAt: string
  /** When waiting becomes overdue, counted in open minutes since it began; when nobody waits, from now. */
  overdueAt: string
  /** When to look again whether the desk has closed, or opened: hours may be changed meanwhile. */
  lookAt: string
  /** The next periods in which staff can call back. */
  slots: readonly Slot[]
  /** The periods on this date in which staff can call back and that have not begun. */
  slotsOn(date: string): readonly Slot[]
  /** The desk does not open on this date, `2027-03-29`. */
  isClosedOn(date: string): boolean
}

/** Off switches, read when the turn is decided. */
export type Switches = { botOff: boolean; articlesOff: ReadonlySet<string> }

/** What the log must name of the curated texts. */
export type CuratedTexts = {
  intentVersions: ReadonlyMap<string, string>
  /** Of each article the versions of now, in the languages in which it is published. */
  articleVersions: ReadonlyMap<string, Readonly<Partial<Record<Language, string>>>>
  /** `intent.reply` of texts that say themselves that they come from a machine. */
  noticeInside: ReadonlySet<string>
  /** Whether all of it can be said in one reply: two segments of SMS, as much as an ear keeps on the phone. */
  fits(says: readonly Saying[], channel: ChannelName, language: Language): boolean
}

export type DueChange = { what: DueName; at: string | null }
export type DueName =
  | 'take-turn'
  | 'handoff-overdue'
  /** The desk may have closed on somebody who waits, or opened for somebody whose wait is paused. */
  | 'desk-hours'
  | 'holder-offline'
  | 'idle-warning'
  | 'idle-close'
  | 'retention'

export type Decision = { events: readonly ConversationEvent[]; dues: readonly DueChange[] }
