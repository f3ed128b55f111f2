import { type Conversation, replay } from '#conversation/conversation.ts'
import type { EventLog, Recorded } from './ports.ts'

/** Where a conversation stands now. */
export async function conversationOf(log: EventLog, conversationId: string): Promise<Conversation> {
  const recorded = await log.read(conversationId)
  const known = replayed.get(recorded)
  if (known) return known
  const conversation = replay(recorded.map(({ event }) => event))
  replayed.set(recorded, conversation)
  return conversation
}

// A log that gives the same list again says that nothing has happened since.
const replayed = new WeakMap<readonly Recorded[], Conversation>()
