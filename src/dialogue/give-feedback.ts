import type { ConversationEvent } from '#conversation/events.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'
import { conversationOf } from './conversation-of.ts'
import type { Feedback } from './dialogue.ts'
import type { EventLog } from './ports.ts'
import { clean } from './receive/clean.ts'
import type { Mask } from './receive/mask.ts'

type Deps = { log: EventLog; mask: Mask; clock: Clock; ids: Ids }

/** Records whether an answer helped, once, and what the citizen wrote of it, once. A reply of another conversation is refused. */
export async function giveFeedback(
  { log, mask, clock, ids }: Deps,
  conversationId: string,
  { of, helped, comment }: Feedback,
): Promise<'recorded' | 'refused'> {
  const { erased, language } = await conversationOf(log, conversationId)
  const reply = await replyOf(log, conversationId, of)
  if (erased || !reply) return 'refused'
  const at = clock.now()
  const article = reply.says.find((saying) => saying.from === 'article')
  const about = article
    ? { articleId: article.articleId, version: article.version, part: article.part }
    : null
  const given = { type: 'feedback-given', at, replyId: of, helped, about } as const
  await log.record(conversationId, { events: [given], receivedAs: `feedback:${of}` })
  const text = mask(clean(comment), language).text
  if (text === '') return 'recorded'
  const commentId = ids.next()
  await log.record(conversationId, {
    events: [{ type: 'feedback-commented', at, replyId: of, commentId }],
    personal: [{ of: commentId, field: 'text', value: text }],
    receivedAs: `comment:${of}`,
  })
  return 'recorded'
}

async function replyOf(log: EventLog, conversationId: string, replyId: string) {
  const isIt = (event: ConversationEvent) =>
    event.type === 'reply-chosen' && event.reply.id === replyId
  const found = (await log.read(conversationId)).find(({ event }) => isIt(event))?.event
  return found?.type === 'reply-chosen' ? found.reply : undefined
}
