import { erasure } from '#conversation/erasure.ts'
import { conversationOf } from './conversation-of.ts'
import type { EventLog, PersonalStore } from './ports.ts'

const OVER = [
  'take-turn',
  'handoff-overdue',
  'holder-offline',
  'idle-warning',
  'idle-close',
] as const

/**
 * Ends a conversation and removes every text, name and number of it. The log says so first; should the process die
 * before the texts are gone, the due time (and the next start) finishes the work.
 */
export async function eraseConversation(
  { log, personal }: { log: EventLog; personal: PersonalStore },
  conversationId: string,
  at: string,
): Promise<void> {
  for (;;) {
    const conversation = await conversationOf(log, conversationId)
    const events = erasure(conversation, at)
    if (events.length === 0) break
    const nothingDue = OVER.map((what) => ({ what, at: null }))
    const dues = [...nothingDue, { what: 'retention', at } as const]
    const outcome = await log.append(conversationId, conversation.version, { events, dues })
    if (outcome === 'recorded') break
  }
  await personal.erase(conversationId)
}
