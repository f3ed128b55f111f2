import type { Conversation } from '#conversation/conversation.ts'
import type { Language } from '#conversation/events.ts'
import type { Understanding } from '#conversation/findings.ts'
import type { Heard } from '#dialogue/interpret.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import type { Reader } from '#knowledge/search/reader.ts'
import type { Reading } from '#knowledge/search/reading.ts'

/** What the steps look at: everything said since our last reply, and where the conversation stands. */
export type Turn = {
  conversation: Conversation
  heard: readonly Heard[]
  /** All typed texts, a line each. */
  text: string
  sentences: readonly string[]
  language: Language
  /** The text is in a language that we do not answer in. */
  isForeign: boolean
  reading: Reading
  reader: Reader
  kb: KnowledgeBase
  now: string
}

/** A step reads the turn in its way, or leaves it to the next one. */
export type Step = (turn: Turn) => Reached | undefined
export type Reached = { understanding: Understanding; intent: string; score: number }
