import { type Conversation, hasOpenCallback } from './conversation.ts'
import type { ConversationEvent } from './events.ts'

/** What is recorded when a conversation is erased. Nothing, when it was before. The texts themselves go from the personal store. */
export function erasure(c: Conversation, at: string): readonly ConversationEvent[] {
  if (c.erased || c.startedAt === null) return []
  const cancelled = { type: 'callback-cancelled', at, by: 'erasure' } as const
  const closed = { type: 'conversation-closed', at, by: 'citizen', disposition: 'erased' } as const
  return [
    ...(hasOpenCallback(c) ? [cancelled] : []),
    ...(c.handledBy === 'nobody' ? [] : [closed]),
    { type: 'text-erased', at },
  ]
}
