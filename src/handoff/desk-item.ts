import type {
  CallbackPromise,
  ChannelName,
  Disposition,
  HandoffReason,
  Language,
  QueueId,
} from '#conversation/events.ts'

/** A conversation as the desk lists it: a document of the view `desk`, by conversation id. Holds no text. */
export type DeskItem = {
  conversationId: string
  channel: ChannelName
  language: Language
  state: 'bot' | 'waiting' | 'held' | 'closed'
  holder: string | null
  queue: QueueId | null
  reason: HandoffReason | null
  reference: string | null
  /** Since when a person is waited for; the callback `here` waits from its promise. */
  waitingSince: string | null
  /** Lost its holder: stands before all others. */
  firstInLine: boolean
  overdue: boolean
  alarm: boolean
  topic: string | null
  startedAt: string
  lastAt: string
  /** The last thing the citizen said, in the personal store. */
  lastUtteranceId: string | null
  lastBy: 'citizen' | 'bot' | 'staff'
  /** For the background panel: utterances answered by an article, and all that the bot reacted to. */
  questions: number
  answered: number
  callback:
    | (CallbackPromise & {
        attempts: number
        state: 'open' | 'tried' | 'reached' | 'not-reached' | 'cancelled'
      })
    | null
  disposition: Disposition | null
  erased: boolean
}
