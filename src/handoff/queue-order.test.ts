import { describe, expect, it } from 'vitest'
import type { ConversationEvent } from '#conversation/events.ts'
import { queueOrder } from './queue-order.ts'
import { type QueuePlace, queueView } from './queue-view.ts'

const at = '2026-06-08T08:00:00.000Z'

/** The places after these events, each with the conversation in which it happened. */
function placesAfter(...events: readonly [string, ConversationEvent][]): readonly QueuePlace[] {
  const places = new Map<string, QueuePlace>()
  for (const [i, [conversationId, event]] of events.entries()) {
    const recorded = { position: i + 1, conversationId, version: 1, event }
    for (const { key, doc } of queueView.project(recorded, (one) => places.get(one))) {
      if (doc) places.set(key, doc)
      else places.delete(key)
    }
  }
  return [...places.values()]
}
const order = (...events: readonly [string, ConversationEvent][]) =>
  queueOrder(placesAfter(...events), 'q').map(({ conversationId }) => conversationId)
const queued = (queue = 'q'): ConversationEvent => ({
  type: 'handoff-queued',
  at,
  queue,
  reference: '1',
})
const accepted: ConversationEvent = { type: 'handoff-accepted', at, staffId: 'mette' }
const lost: ConversationEvent = { type: 'holder-lost', at, staffId: 'mette' }

describe('the queue', () => {
  it('is in the order of coming, also within one instant', () => {
    expect(order(['b', queued()], ['a', queued()], ['c', queued()])).toEqual(['b', 'a', 'c'])
  })

  it('lets whoever lost their holder go first', () => {
    expect(order(['a', queued()], ['a', accepted], ['b', queued()], ['a', lost])).toEqual([
      'a',
      'b',
    ])
  })

  it('counts nobody of another queue, who is held, or who has left', () => {
    const left: ConversationEvent = { type: 'handoff-returned', at, by: 'citizen' }
    const closed: ConversationEvent = {
      type: 'conversation-closed',
      at,
      by: 'staff',
      disposition: 'answered',
    }
    expect(
      order(
        ['a', queued('other')],
        ['b', queued()],
        ['b', accepted],
        ['c', queued()],
        ['c', left],
        ['d', queued()],
        ['d', closed],
        ['e', queued()],
      ),
    ).toEqual(['e'])
  })

  it('keeps no place of whoever is no longer with people', () => {
    const left: ConversationEvent = { type: 'handoff-returned', at, by: 'staff' }
    expect(placesAfter(['a', queued()], ['a', accepted], ['a', left])).toEqual([])
  })
})
