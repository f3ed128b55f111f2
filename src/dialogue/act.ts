import type { Conversation } from '#conversation/conversation.ts'
import type { ConversationEvent, EventType, Notice, Reply } from '#conversation/events.ts'
import type { Understanding } from '#conversation/findings.ts'
import type { Decision, Surroundings } from '#conversation/surroundings.ts'
import type { Logger } from '#platform/logger.ts'
import type { Composed } from './compose/compose.ts'
import type { DecideOnce } from './decide-once.ts'
import type { Change, EventLog, PersonalStore, PersonalValue, Registers } from './ports.ts'

export type ActDeps = {
  log: EventLog
  personal: PersonalStore
  registers: Registers
  logger: Logger
  deciding: DecideOnce
  surroundings(
    conversationId: string,
    conversation: Conversation,
    found?: Understanding,
  ): Promise<Surroundings>
  compose(conversationId: string, said: Reply | Notice, at: string): Promise<Composed>
}
export type ActOptions = {
  overtakenBy?: readonly EventType[]
  /** Texts that the events name, besides those that are composed here. */
  personal?: readonly PersonalValue[]
  receivedAs?: string
  /** What was off when it was decided: a decision is not written when that has changed. */
  onlyWhile?: Change['onlyWhile']
}

/** Puts a decision into words and appends it, words and events together, on the version it was based on. */
export async function act(
  { log, compose }: Pick<ActDeps, 'log' | 'compose'>,
  conversationId: string,
  conversation: Conversation,
  { events, dues }: Decision,
  { overtakenBy, personal = [], receivedAs, onlyWhile }: ActOptions = {},
): Promise<'recorded' | 'overtaken'> {
  const worded = await Promise.all(events.map((event) => wordsOf(compose, conversationId, event)))
  const change: Change = {
    events,
    personal: [...personal, ...worded.flat()],
    dues,
    ...(receivedAs !== undefined && { receivedAs }),
    ...(onlyWhile && { onlyWhile }),
  }
  return log.append(conversationId, conversation.version, change, overtakenBy)
}

async function wordsOf(
  compose: ActDeps['compose'],
  conversationId: string,
  event: ConversationEvent,
): Promise<PersonalValue[]> {
  const said = saidIn(event)
  if (!said) return []
  const { text, card } = await compose(conversationId, said, event.at)
  const values: PersonalValue[] = [{ of: said.id, field: 'text', value: text }]
  return card ? [...values, { of: said.id, field: 'card', value: JSON.stringify(card) }] : values
}

function saidIn(event: ConversationEvent): Reply | Notice | undefined {
  if (event.type === 'reply-chosen') return event.reply
  return event.type === 'notice-sent' ? event.notice : undefined
}
