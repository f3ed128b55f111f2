import { queueOrder } from '#handoff/queue-order.ts'
import { queueView } from '#handoff/queue-view.ts'
import type { Views } from './ports.ts'

/** How many wait in front of this conversation, or would if it joined the queue now. */
export async function aheadOf(
  views: Views,
  conversationId: string,
  queue: string,
): Promise<number> {
  const places = (await views.list(queueView)).map(({ doc }) => doc)
  const waiting = queueOrder(places, queue)
  const place = waiting.findIndex((item) => item.conversationId === conversationId)
  return place === -1 ? waiting.length : place
}
