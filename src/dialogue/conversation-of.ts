import { type Conversation, replay } from '#conversation/conversation.ts'
import type { EventLog } from './ports.ts'

/** Where a conversation stands now. */
export async function conversationOf(log: EventLog, conversationId: string): Promise<Conversation> {
  return replay((await log.read(conversationId)).map(({ event }) => event))
}
