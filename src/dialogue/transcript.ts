import type { ChannelName, Choice, Language, Outcome, Slot } from '#conversation/events.ts'

/** One line of a conversation as people read it: what was said by whom, or what happened. */
export type TranscriptLine = { position: number; at: string } & (
  | { by: 'citizen'; id: string; channel: ChannelName; text: string; masked: boolean }
  | {
      by: 'bot'
      id: string
      channel: ChannelName
      language: Language
      text: string
      card: Card | null
      outcome: Outcome | 'notice'
      utteranceIds: readonly string[]
      articles: readonly { articleId: string; title: string; version: string; part: string }[]
    }
  | { by: 'staff'; id: string; channel: ChannelName; name: string; text: string }
  | { by: 'event'; what: EventLine }
  /** How a message fared at the provider. */
  | { by: 'delivery'; id: string; status: 'sent' | 'delivered' | 'failed' }
  /** What the citizen thought of the reply `of`; `text` is "" without a comment. */
  | { by: 'feedback'; of: string; helped: boolean | null; text: string }
  /** Only the desk sees it. */
  | { by: 'note'; id: string; name: string; text: string }
)
/** What happened, in words for the citizen (`text`); null where only the desk is told. */
export type EventLine = {
  type:
    | 'queued'
    | 'accepted'
    | 'returned'
    | 'left'
    | 'overdue'
    | 'paused'
    | 'alarm'
    | 'holder-lost'
    | 'handoff-failed'
    | 'callback-promised'
    | 'callback-attempted'
    | 'callback-cancelled'
    | 'closed'
    | 'reopened'
    | 'erased'
    | 'opted-out'
    | 'opted-in'
  name: string | null
  detail: string | null
  text: string | null
}

/** What a web page shows with a reply; composed once, when the reply is chosen. */
export type Card =
  | {
      kind: 'answer'
      source: CardSource
      go: CardLink | null
      nexts: readonly CardChoice[]
      /** The same answer in few and plain words: what is said aloud on the phone. */
      plain: string
    }
  | { kind: 'choices'; choices: readonly CardChoice[]; hint: string | null }
  | { kind: 'callback-form'; slots: readonly { slot: Slot; label: string }[] }
  | {
      kind: 'receipt'
      reference: string
      when: string
      numberEnd: string | null
      about: string | null
    }
  | { kind: 'crisis'; lines: readonly { number: string; label: string }[] }
  | { kind: 'queued'; reference: string }
export type CardSource = {
  title: string
  url: string
  asOf: string | null
  verified: boolean
  articleId: string
}
export type CardLink = { label: string; url: string }
export type CardChoice = { choice: Choice; label: string }
