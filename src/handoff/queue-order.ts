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
