import type { Recorded, View } from '#conversation/view.ts'
import type { DeskItem } from './desk-item.ts'

/** A conversation that waits, that staff hold, or (`bot`) whose wait is paused while the desk is closed: places are counted from it. */
export type QueuePlace = Pick<
  DeskItem,
  'conversationId' | 'state' | 'queue' | 'holder' | 'firstInLine' | 'waitingSince'
> & {
  /** Of the event since which it waits: decides between two of the same instant. */
  position: number
}

/** Only what is with people now, so that it stays small however many conversations there have been. */
export const queueView: View<QueuePlace> = {
  name: 'queue',
  project(recorded, read) {
    const { conversationId } = recorded
    const place = placeAfter(recorded, read)
    return place === undefined ? [] : [{ key: conversationId, doc: place }]
  },
}

/** Undefined: nothing changes. Null: no longer with people. */
function placeAfter(
  { conversationId, position, event }: Recorded,
  read: (key: string) => QueuePlace | undefined,
): QueuePlace | null | undefined {
  if (event.type === 'handoff-queued') {
    const { queue, at } = event
    const paused = read(conversationId)
    // Who was in the queue when the desk closed has their old place when it opens.
    if (paused?.state === 'bot') return { ...paused, state: 'waiting', queue }
    const waiting = { state: 'waiting', holder: null, firstInLine: false } as const
    return { conversationId, ...waiting, queue, waitingSince: at, position }
  }
  if (event.type === 'conversation-reopened') {
    const held = { state: 'held', holder: event.staffId, firstInLine: false } as const
    return { conversationId, ...held, queue: null, waitingSince: null, position }
  }
  const before = read(conversationId)
  if (!before) return undefined
  if (event.type === 'handoff-accepted')
    return { ...before, state: 'held', holder: event.staffId, firstInLine: false }
  if (event.type === 'holder-lost')
    return {
      ...before,
      state: 'waiting',
      holder: null,
      firstInLine: true,
      waitingSince: event.at,
      position,
    }
  if (event.type === 'handoff-paused') return { ...before, state: 'bot' }
  if (event.type === 'callback-promised' && before.state === 'bot') return null
  const isOver = event.type === 'handoff-returned' || event.type === 'conversation-closed'
  return isOver ? null : undefined
}
