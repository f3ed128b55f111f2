import type { Dialogue } from '#dialogue/dialogue.ts'
import type { Outbox } from '#dialogue/ports.ts'
import type { Clock } from '#platform/clock.ts'
import type { Logger } from '#platform/logger.ts'

export type SmsConfig = {
  /** Signs the webhooks of the provider. Without it the webhooks do not exist. */
  secret: string | null
  /** The API token that we send with. */
  token: string
  /** What a text shows as its sender: our number, up to 15 digits. */
  sender: string
  /** Where the provider's API lives, such as `https://gatewayapi.com`. */
  providerUrl: string
  /** Turns numbers into addresses that tell nothing. */
  addressKey: string
  /** The keyword that citizens write first when the number is shared; null when the number is ours alone. */
  keyword: string | null
}

/** The personal values that sending a text needs; undefined when they are erased. */
export type SmsPersonal = {
  textOf(conversationId: string, messageId: string): Promise<string | undefined>
  /** The number that started the conversation, in E.164. */
  numberOf(conversationId: string): Promise<string | undefined>
}

export type WebhookDeps = {
  dialogue: Dialogue
  outbox: Pick<Outbox, 'settle'>
  log: Logger
  config: SmsConfig
}

export type SenderDeps = {
  dialogue: Pick<Dialogue, 'reportDelivery'>
  outbox: Outbox
  personal: SmsPersonal
  /** Calls the listener when there may be something to send. Returns the way to stop. */
  onWork(listener: () => void): () => void
  clock: Clock
  /** From 0 up to 1: spreads retries. */
  random(): number
  log: Logger
  config: SmsConfig
  pace: SenderPace
}

export type SenderPace = {
  /** An answer that takes longer is taken as never seen. */
  answerWithinMs: number
  /** How long after an unseen answer the text is sent once more; a receipt in between settles it. */
  doubtMs: number
  /** How often to look for work that nobody announced, such as texts whose sender was killed. */
  lookEveryMs: number
  /** Longer than an attempt takes at most; so long a text of a killed sender waits for the next one. */
  leaseMs: number
  /** The provider refuses more than 40 connections from one address. */
  atOnce: number
}

export const usualPace: SenderPace = {
  answerWithinMs: 10_000,
  doubtMs: 60_000,
  lookEveryMs: 2_000,
  leaseMs: 20_000,
  atOnce: 10,
}
