import type { ConversationEvent, EventType } from '#conversation/events.ts'
import type { DueChange, DueName } from '#conversation/surroundings.ts'
import type { Recorded, View } from '#conversation/view.ts'

export type { Recorded, View } from '#conversation/view.ts'

/** One personal value: what `of` (an utterance, reply, note or `address`) holds under `field`. */
export type PersonalValue = { of: string; field: PersonalField; value: string }
export type PersonalField = 'text' | 'card' | 'phone' | 'note'

/** What is due in a conversation; there is one of each name, and a new time replaces the old. */
export type Due = { conversationId: string; what: DueName; at: string }

/** Everything in a change becomes durable together, or nothing does. */
export type Change = {
  events: readonly ConversationEvent[]
  personal?: readonly PersonalValue[]
  /** `at: null` takes the due time away. */
  dues?: readonly DueChange[]
  /** The provider's or browser's message id: a second change with the same key is not recorded again. */
  receivedAs?: string
  /** For decisions: what a register had in it when this was decided; looked at again inside the commit. */
  onlyWhile?: { register: string; keys: readonly string[] }
}

export type EventLog = {
  /** The events of one conversation in order, after a version (0: all). */
  read(conversationId: string, afterVersion?: number): Promise<readonly Recorded[]>
  /** Events of all conversations after a position, oldest first. */
  after(position: number, limit: number): Promise<readonly Recorded[]>
  /** Facts: what simply happened conflicts with nothing and is never refused. Resolves once durable. */
  record(conversationId: string, change: Change): Promise<'recorded' | 'repeated'>
  /** Decisions: nothing is written when one of `overtakenBy` came after the version, or `onlyWhile` is not so any more. Resolves once durable. */
  append(
    conversationId: string,
    basedOnVersion: number,
    change: Change,
    overtakenBy?: readonly EventType[],
  ): Promise<'recorded' | 'overtaken'>
  newestPosition(): Promise<number>
  /** Whether a change with this `receivedAs` was recorded. */
  hasReceived(receivedAs: string): Promise<boolean>
  /** Called after each commit, with the newest position. Returns the way to stop. */
  onCommit(listener: (position: number) => void): () => void
}

/** The only place that holds texts, names and numbers. Erased ones are gone. */
export type PersonalStore = {
  get(conversationId: string, of: string, field: PersonalField): Promise<string | undefined>
  all(conversationId: string): Promise<readonly PersonalValue[]>
  /** Removes every value of the conversation from the database file and its WAL. */
  erase(conversationId: string): Promise<void>
}

export type DueTimes = {
  /** What is due at this instant or before, earliest first. */
  ripe(at: string, limit: number): Promise<readonly Due[]>
  next(): Promise<string | undefined>
  settle(due: Due): Promise<void>
  /** What of this name is due later than `later` becomes due at `at`. */
  bringForward(what: DueName, later: string, at: string): Promise<void>
}

/** Messages still to be sent on channels without a connection: one row for each reply, notice and staff message. */
export type Outbox = {
  /** Takes what is to be sent now; nobody else gets it until the lease ends. */
  lease(
    channel: string,
    at: string,
    leaseUntil: string,
    limit: number,
  ): Promise<readonly Outgoing[]>
  settle(id: string, fate: OutboxFate): Promise<void>
  counts(): Promise<{ waiting: number; inDoubt: number; dead: number }>
}
export type Outgoing = {
  /** The id of the reply, notice or staff message: also our reference at the provider. */
  id: string
  conversationId: string
  attempts: number
  /** An earlier send whose answer was never seen. */
  inDoubt: boolean
}
export type OutboxFate =
  | { state: 'sending' }
  | { state: 'sent'; providerRef: string }
  | { state: 'retry'; at: string; reason: string }
  | { state: 'in-doubt'; at: string }
  | { state: 'dead'; reason: string }

export type KeyRange = { from: string; before: string }
export type Views = {
  get<Doc>(view: View<Doc>, key: string): Promise<Doc | undefined>
  list<Doc>(view: View<Doc>): Promise<readonly { key: string; doc: Doc }[]>
  /** The documents with the greatest keys from `from` on and below `before`, the greatest first: a page of a view too long to list. */
  last<Doc>(
    view: View<Doc>,
    range: KeyRange,
    limit: number,
  ): Promise<readonly { key: string; doc: Doc }[]>
  /** Drops every document and plays the whole log again. */
  rebuild(): Promise<void>
}

/** Data that people set: accounts, desk sessions, switches, special days, presence of secrets, the audit trail. */
export type Registers = {
  get(register: string, key: string): Promise<string | undefined>
  list(register: string): Promise<readonly { key: string; json: string }[]>
  /** `entry` says who, when and why; it is kept in the audit trail. `json: null` removes. */
  set(register: string, key: string, json: string | null, entry: AuditEntry): Promise<void>
  /** Oldest first; the newest alone when a number is given. */
  audit(
    register: string,
    newest?: number,
  ): Promise<readonly (AuditEntry & { key: string; json: string | null })[]>
}
export type AuditEntry = { by: string; at: string; why: string }
