import type {
  Address,
  ChannelName,
  Choice,
  Delivery,
  Language,
  Slot,
} from '#conversation/events.ts'
import type { TranscriptLine } from './transcript.ts'

/** What a channel may ask of the engine, and all that it may. */
export type Dialogue = {
  /** The latest conversation of this address, open or closed (receiving on a closed one is refused). */
  find(address: Address): Promise<string | undefined>
  /** Starts a conversation. Resolves once durable. */
  start(input: {
    channel: ChannelName
    address: Address
    language: Language
    number?: string
  }): Promise<string>
  /** Cleans, masks and records what came in; resolves once durable, so that the channel may acknowledge. */
  receive(conversationId: string, incoming: Incoming): Promise<Received>
  /** STOP, START and HJÆLP: recorded and confirmed at once, also to an address that is stopped. */
  opt(
    address: Address,
    way: 'out' | 'in' | 'help',
    incoming: Incoming,
    number: string,
  ): Promise<Received>
  /** The citizen ends the conversation. Nothing is erased. */
  close(conversationId: string): Promise<void>
  /** The citizen deletes it: callback cancelled, texts erased, conversation closed. */
  erase(conversationId: string): Promise<void>
  /**
   * The readable lines after a position (`now`: none of before), then every new one, until the signal aborts.
   * Ordered, no gap, none twice.
   */
  follow(
    conversationId: string,
    afterPosition: number | 'now',
    signal: AbortSignal,
  ): AsyncIterable<readonly TranscriptLine[]>
  /** Where the conversation stands, for what the citizen's screen says beside the messages. */
  standing(conversationId: string): Promise<Standing>
  /** "Åbner mandag kl. 9" or "Åbent til kl. 16" of the queue that takes new matters. */
  hours(language: Language): Promise<string>
  /** Whether a reply helped, and what the citizen says of it. Given once; a comment may follow later. */
  giveFeedback(conversationId: string, feedback: Feedback): Promise<'recorded' | 'refused'>
  /** The citizen is writing. Staff see it for a few seconds; it is kept nowhere. */
  citizenWrites(conversationId: string): void
  /** Tells when staff begin and stop writing to this citizen. Returns the way to stop listening. */
  onStaffWriting(conversationId: string, listener: (writing: boolean) => void): () => void
  reportDelivery(
    conversationId: string,
    messageId: string,
    delivery: Delivery,
    receivedAs: string,
  ): Promise<void>
}

/** `of` is the id of a reply that answered something; an empty comment is none. */
export type Feedback = { of: string; helped: boolean; comment: string }

export type Incoming = {
  channel: ChannelName
  address: Address
  /** The provider's or browser's id of this message: receiving it twice is harmless. */
  messageId: string
  text: string
  said:
    | { via: 'typed' }
    | { via: 'chosen'; choice: Choice }
    | { via: 'form'; slot: Slot; phone: string }
}
export type Received =
  | { state: 'recorded'; utteranceId: string; text: string }
  /** Received before; nothing new was recorded. */
  | { state: 'repeated' }
  /** Nothing was recorded: what is wrong, as a code of docs/errors. */
  | { state: 'refused'; why: 'empty' | 'too-fast' | 'closed' | 'phone' }

export type Standing = {
  handledBy: 'bot' | 'queue' | 'staff' | 'nobody'
  /** The bot owes an answer and is thinking. */
  thinking: boolean
  language: Language
  /** Waiting in front of this citizen, while queued. */
  ahead: number | null
  reference: string | null
  holderName: string | null
  callback: { reference: string; slot: Slot; when: string } | null
  /** "Åbner mandag kl. 9" or "Åbent til kl. 16", in the conversation's language. */
  hours: string
  erased: boolean
}
