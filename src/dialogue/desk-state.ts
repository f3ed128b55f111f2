import { Temporal } from 'temporal-polyfill'
import type { Conversation } from '#conversation/conversation.ts'
import type { QueueId } from '#conversation/events.ts'
import type { Understanding } from '#conversation/findings.ts'
import type { DeskState } from '#conversation/surroundings.ts'
import { type Calendar, openTimesOn } from '#handoff/calendar.ts'
import { callbackSlots, callbackSlotsOn } from '#handoff/callback-slots.ts'
import { addOpenMinutes, closesAt, isOpen, nextOpening } from '#handoff/open-times.ts'
import type { Presence } from '#handoff/presence.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { aheadOf } from './ahead-of.ts'
import type { Views } from './ports.ts'

const OFFERED_SLOTS = 3
const DAY_MS = 24 * 60 * 60_000
/** How soon it is noticed that the hours of today were changed. */
const LOOK_AGAIN_MS = 10 * 60_000

type Deps = {
  views: Views
  presence: Presence
  calendar: () => Promise<Calendar>
  waitLimitMinutes: number
}

/** How the queue stands that this conversation is in or would go to. */
export async function deskState(
  { views, presence, calendar, waitLimitMinutes }: Deps,
  conversationId: string,
  queue: QueueId,
  since: string | null,
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
    overdueAt:
      addOpenMinutes(open, queue, since ?? at, waitLimitMinutes) ?? later(since ?? at, DAY_MS),
    lookAt: lookAt(closesAt(open, queue, at) ?? opensAt, at),
    slots: callbackSlots(open, queue, at, OFFERED_SLOTS),
    slotsOn: (date) => callbackSlotsOn(open, queue, at, date),
    isClosedOn: (date) => openTimesOn(open, queue, Temporal.PlainDate.from(date)).length === 0,
  }
}

function lookAt(next: string | null, at: string): string {
  const soon = later(at, LOOK_AGAIN_MS)
  return next !== null && next < soon ? next : soon
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
