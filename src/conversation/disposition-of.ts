import { type Conversation, hasOpenCallback } from './conversation.ts'
import type { Disposition } from './events.ts'

/** How a conversation ended that nobody closed with a word about it. */
export function dispositionOf(c: Conversation): Disposition {
  if (c.callback?.state === 'reached') return 'callback-reached'
  if (c.callback?.state === 'not-reached') return 'callback-not-reached'
  const wasAnswered = c.topic !== null && c.unhelpedTurns === 0
  return wasAnswered || hasOpenCallback(c) ? 'answered' : 'abandoned'
}
