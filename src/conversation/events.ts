/**
 * Everything that can happen in a conversation, in the past tense. Their log is the truth.
 * No event holds a text, a name or a number: the personal store has them, by the id of what was said.
 * `at` is an instant in ISO 8601, UTC.
 */
export type ConversationEvent = { at: string } & (
  | { type: 'conversation-started'; channel: ChannelName; address: Address; language: Language }
  | { type: 'utterance-received'; utterance: Utterance }
  /** Dealt with by other means than a reply: a word such as STOP. */
  | { type: 'utterance-settled'; utteranceId: string }
  | { type: 'reply-chosen'; reply: Reply }
  | { type: 'notice-sent'; notice: Notice }
  | { type: 'handoff-requested'; queue: QueueId; reason: HandoffReason }
  | { type: 'handoff-queued'; queue: QueueId; reference: string }
  | { type: 'handoff-failed'; queue: QueueId }
  | { type: 'handoff-accepted'; staffId: string }
  | { type: 'handoff-overdue' }
  | { type: 'handoff-returned'; by: 'staff' | 'citizen' }
  /** The desk closed on somebody who waited: the wish stands, and goes back into the queue at the next opening. */
  | { type: 'handoff-paused' }
  | { type: 'holder-lost'; staffId: string }
  | { type: 'staff-message-sent'; message: StaffMessage }
  | { type: 'alarm-raised'; alarm: 'crisis'; intent: string }
  | { type: 'callback-promised'; callback: CallbackPromise }
  | { type: 'callback-attempted'; staffId: string; outcome: CallbackOutcome }
  | { type: 'callback-cancelled'; by: 'citizen' | 'erasure' }
  | { type: 'wrap-up-written'; staffId: string; noteId: string }
  | { type: 'note-written'; staffId: string; noteId: string }
  | { type: 'delivery-reported'; messageId: string; delivery: Delivery }
  | { type: 'opted-out'; address: Address }
  | { type: 'opted-in'; address: Address }
  | { type: 'conversation-closed'; disposition: Disposition; by: 'staff' | 'citizen' | 'time' }
  /** Staff took their closing back, and hold the conversation. */
  | { type: 'conversation-reopened'; staffId: string }
  /** Whether a reply helped; `about` is the article part that it answered from. */
  | { type: 'feedback-given'; replyId: string; helped: boolean; about: FeedbackAbout | null }
  /** What the citizen wrote about a reply: in the personal store under `commentId`, field `text`. */
  | { type: 'feedback-commented'; replyId: string; commentId: string }
  | { type: 'text-erased' }
)
export type EventType = ConversationEvent['type']

/** One thing a citizen said. Its text is in the personal store under its id, field `text`. */
export type Utterance = {
  id: string
  channel: ChannelName
  address: Address
  said: Said
  /** What `receive` took out of the text before anything was stored. */
  masked: readonly MaskKind[]
  /** A callback number was given; it is in the personal store under this utterance, field `phone`. */
  phone: 'none' | 'given' | 'refused'
}
/** `chosen` is a press on something that the bot offered; `form` is the callback form. */
export type Said =
  | { via: 'typed' }
  | { via: 'chosen'; choice: Choice }
  | { via: 'form'; slot: Slot }
export type MaskKind = 'cpr' | 'email' | 'card' | 'account' | 'phone'

/** One thing the bot says in answer to utterances. Its text is in the personal store under its id. */
export type Reply = {
  id: string
  channel: ChannelName
  address: Address
  language: Language
  utteranceIds: readonly string[]
  outcome: Outcome
  /** What it rests on, in the order in which it is said: articles and entries of `intents/`. */
  says: readonly Saying[]
  /** What the citizen may press or answer with. */
  choices: readonly Choice[]
  asks: Ask
  understood: Understood
}

/** What the citizen is told without having asked (overdue, holder lost, idle). */
export type Notice = {
  id: string
  channel: ChannelName
  address: Address
  language: Language
  says: readonly Saying[]
  choices: readonly Choice[]
  asks: Ask
}

export type StaffMessage = { id: string; channel: ChannelName; address: Address; staffId: string }

/** A piece of curated text: part of an article version, or a named reply of an intent. */
export type Saying =
  | { from: 'article'; articleId: string; version: string; part: string }
  | { from: 'intent'; intent: string; reply: string; version: string; slots: Slots }
export type Slots = Readonly<Record<string, SlotValue>>
/** Values are put into words per language and channel when the reply is composed. */
export type SlotValue =
  | { kind: 'instant'; at: string }
  | { kind: 'slot'; slot: Slot }
  /** A day on which the desk is closed, with the name of the holiday: `2027-03-29`. */
  | { kind: 'closed-day'; date: string }
  | { kind: 'number'; number: number }
  | { kind: 'reference'; reference: string }
  | { kind: 'staff'; staffId: string }
  | { kind: 'reply'; reply: string; count: number }
  | { kind: 'topic'; articleId: string }
  /** A name as it is written, of a municipality. */
  | { kind: 'name'; name: string }
  /** The last two digits of the phone number that was given with this utterance. */
  | { kind: 'phone-end'; utteranceId: string }

/** What the bot last asked; a short answer ("ja", "2", "20 00 01 23") is read in its light. */
export type Ask =
  | { for: 'nothing' }
  | { for: 'choice' }
  /** Whether to end the conversation. */
  | { for: 'end' }
  /** `reason`: why a person was offered. */
  | { for: 'person'; reason: HandoffReason }
  | { for: 'callback'; slots: readonly Slot[] }
  | { for: 'callback-number'; slots: readonly Slot[] }
  | { for: 'callback-slot'; slots: readonly Slot[]; phoneOf: string }
  /** A promise was just made: a no takes it back, a number or a correction changes it. */
  | { for: 'callback-change'; slots: readonly Slot[] }

/** Stable ids of what can be pressed: `article:pas-boern#price`, `slot:<from>/<to>`, or one of the words. */
export type Choice =
  | `article:${string}#${string}`
  | `slot:${string}/${string}`
  | 'human'
  | 'call-me'
  | 'write-here'
  | 'leave-queue'
  | 'stay'
  | 'no-thanks'

/** Why the bot said what it said, so that a conversation can be explained without a model. */
export type Understood = {
  intent: string
  score: number
  ranked: readonly { articleId: string; score: number }[]
  model: string
  ms: number
}

export type CallbackPromise = {
  reference: string
  means: 'phone' | 'sms' | 'here'
  slot: Slot
  queue: QueueId
  /** The utterance under which the number stands in the personal store; `address` means: this channel's. */
  phoneOf: string
}
/** A period in which we call or write, half open, instants in ISO 8601 UTC. The promise is kept by `to`. */
export type Slot = { from: string; to: string }
export type FeedbackAbout = { articleId: string; version: string; part: string }
export type CallbackOutcome = 'reached' | 'tried' | 'not-reached'
export type Delivery =
  | { status: 'sent'; providerRef: string }
  | { status: 'delivered' }
  | { status: 'failed'; code: string }

export type ChannelName = 'web-chat' | 'sms' | 'voice' | 'bot-framework' | 'terminal'
/** Opaque: `web:<sha-256 of the token>`, `sms:<keyed hash of the number>`. Never a number. */
export type Address = string
export type Language = 'da' | 'en'
export type QueueId = string
export type HandoffReason = 'asked-for-human' | 'no-answer' | 'crisis' | 'own-case' | 'decision'
export type Disposition =
  | 'answered'
  | 'solved-by-staff'
  | 'callback-reached'
  | 'callback-not-reached'
  | 'abandoned'
  | 'erased'
  | 'connection-lost'
  /** Staff ended it because of threats or abuse. */
  | 'ended-for-abuse'
export type Outcome =
  | 'answered'
  | 'clarified'
  | 'signposted-crisis'
  | 'own-case'
  | 'declined-decision'
  | 'handed-off-queued'
  | 'handed-off-callback'
  | 'handed-off-offered'
  | 'handed-off-failed'
  | 'small-talk'
  | 'repeated'
  | 'closed'
  | 'unanswerable-out-of-scope'
  | 'unanswerable-unknown'
  | 'unanswerable-not-understood'
  | 'refused-unsafe'
  | 'refused-too-long'
  | 'refused-rate'
  | 'failed-timeout'
  | 'failed-internal'

/** What a decision must not overlook, other decisions included. A delivery report may come between. */
export const overtakes: readonly EventType[] = [
  'utterance-received',
  'reply-chosen',
  'notice-sent',
  'handoff-requested',
  'handoff-queued',
  'handoff-accepted',
  'handoff-overdue',
  'handoff-returned',
  'handoff-paused',
  'holder-lost',
  'staff-message-sent',
  'alarm-raised',
  'callback-promised',
  'callback-attempted',
  'callback-cancelled',
  'conversation-closed',
  'conversation-reopened',
  'text-erased',
]
