import type { DeskItem } from './desk-item.ts'
import type { QueuePlace } from './queue-view.ts'

/** Who is next: whoever lost their holder, then whoever has waited longest. */
export function queueOrder(places: readonly QueuePlace[], queue: string): readonly QueuePlace[] {
  return places
    .filter((place) => place.state === 'waiting' && place.queue === queue)
    .toSorted(
      (a, b) =>
        Number(b.firstInLine) - Number(a.firstInLine) ||
        (a.waitingSince ?? '').localeCompare(b.waitingSince ?? '') ||
        a.position - b.position,
    )
}

/** Callbacks still to be kept, the earliest promise first: what is overdue stands on top. */
export function callbackOrder(items: readonly DeskItem[]): readonly DeskItem[] {
  return items
    .filter(({ callback }) => callback && callback.means !== 'here' && isOpen(callback.state))
    .toSorted((a, b) => (a.callback?.slot.to ?? '').localeCompare(b.callback?.slot.to ?? ''))
}

function isOpen(state: string): boolean {
  return state === 'open' || state === 'tried'
}
