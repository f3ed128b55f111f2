import type { Conversation } from '#conversation/conversation.ts'
import type { ConversationEvent, EventType, Notice, Reply } from '#conversation/events.ts'
import type { Understanding } from '#conversation/findings.ts'
import type { Decision, Surroundings } from '#conversation/surroundings.ts'
import type { Logger } from '#platform/logger.ts'
import type { Composed } from './compose/compose.ts'
import type { EventLog, PersonalStore, PersonalValue, Registers } from './ports.ts'

export type ActDeps = {
  log: EventLog
  personal: PersonalStore
  registers: Registers
  logger: Logger
  surroundings(
    conversationId: string,
    conversation: Conversation,
    found?: Understanding,
  ): Promise<Surroundings>
  compose(conversationId: string, said: Reply | Notice, at: string): Promise<Composed>
}

/** Puts a decision into words and appends it, words and events together, on the version it was based on. */
export async function act(
  { log, compose }: ActDeps,
  conversationId: string,
  conversation: Conversation,
  { events, dues }: Decision,
  overtakenBy?: readonly EventType[],
  personal: readonly PersonalValue[] = [],
): Promise<'recorded' | 'overtaken'> {
  const worded = await Promise.all(events.map((event) => wordsOf(compose, conversationId, event)))
  const change = { events, personal: [...personal, ...worded.flat()], dues }
  return log.append(conversationId, conversation.version, change, overtakenBy)
}

async function wordsOf(
  compose: ActDeps['compose'],
  conversationId: string,
  event: ConversationEvent,
): Promise<PersonalValue[]> {
  const said =
    event.type === 'reply-chosen'
      ? event.reply
      : event.type === 'notice-sent'
        ? event.notice
        : undefined
  if (!said) return []
  const { text, card } = await compose(conversationId, said, event.at)
  const values: PersonalValue[] = [{ of: said.id, field: 'text', value: text }]
  return card ? [...values, { of: said.id, field: 'card', value: JSON.stringify(card) }] : values
}
