import type { Conversation } from '#conversation/conversation.ts'
import type { Utterance } from '#conversation/events.ts'
import type { Findings } from '#conversation/findings.ts'

/** An utterance with its text as it is stored: cleaned and masked. */
export type Heard = { utterance: Utterance; text: string }

/** Understands the unanswered utterances in the light of the conversation. May call models; changes nothing. */
export type Interpret = (conversation: Conversation, heard: readonly Heard[]) => Promise<Findings>
