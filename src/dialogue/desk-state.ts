import type { Conversation } from '#conversation/conversation.ts'
import type { QueueId } from '#conversation/events.ts'
import type { Understanding } from '#conversation/findings.ts'
import type { DeskState } from '#conversation/surroundings.ts'
import type { Calendar } from '#handoff/calendar.ts'
import { callbackSlots } from '#handoff/callback-slots.ts'
import { addOpenMinutes, closesAt, isOpen, nextOpening } from '#handoff/open-times.ts'
import type { Presence } from '#handoff/presence.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { aheadOf } from './ahead-of.ts'
import type { Views } from './ports.ts'

const OVERDUE_OPEN_MINUTES = 5
const OFFERED_SLOTS = 3
const DAY_MS = 24 * 60 * 60_000

type Deps = { views: Views; presence: Presence; calendar: () => Promise<Calendar> }

/** How the queue stands that this conversation is in or would go to. */
export async function deskState(
  { views, presence, calendar }: Deps,
  conversationId: string,
  queue: QueueId,
  accepting: boolean,
  at: string,
): Promise<DeskState> {
  const open = await calendar()
  const opensAt = nextOpening(open, queue, at)
  return {
    queue,
    accepting,
    open: isOpen(open, queue, at),
    onDuty: presence.onDuty(),
    ahead: await aheadOf(views, conversationId, queue),
    opensAt: opensAt ?? later(at, DAY_MS),
    overdueAt: overdueAt(open, queue, at),
    slots: callbackSlots(open, queue, at, OFFERED_SLOTS),
  }
}

/** Whoever still waits when the desk closes hears it then, and not after the night. */
function overdueAt(open: Calendar, queue: QueueId, at: string): string {
  const waited = addOpenMinutes(open, queue, at, OVERDUE_OPEN_MINUTES) ?? later(at, DAY_MS)
  const closes = closesAt(open, queue, at)
  return closes !== null && closes < waited ? closes : waited
}

/** The queue of the matter: where it already is, of the article in question, else the front desk. */
export function queueOf(
  { handledBy, asks, handoff, topic }: Conversation,
  found: Understanding | undefined,
  kb: KnowledgeBase,
  known: Calendar,
): QueueId {
  const article = found && 'article' in found ? found.article?.articleId : undefined
  const isUnderWay = handledBy !== 'bot' || asks.for.startsWith('callback')
  const queue =
    (isUnderWay ? handoff?.queue : undefined) ??
    kb.articles.get(article ?? topic?.articleId ?? '')?.queue
  return queue && known.queues.has(queue) ? queue : known.defaultQueue
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString()
}
