import type { QueueId, Slot } from '#conversation/events.ts'
import { type Calendar, type OpenTime, openTimesOn, type Period } from './calendar.ts'
import { dateInCopenhagen, msAt, toInstant } from './copenhagen.ts'
import { joined } from './joined.ts'
import { keptByCalendar } from './kept-by-calendar.ts'
import { LOOK_AHEAD_DAYS } from './open-times.ts'

const windows: readonly Period[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 12 * 60, to: 16 * 60 },
]
/** A shorter piece of a window is no promise that anybody can keep. */
const LEAST_SLOT_MS = 30 * 60_000

/**
 * The next slots in which a person can be called back: morning and afternoon of open days, cut to the open hours.
 * Only slots that have not begun. Fewer than `count` when the days ahead have no more.
 */
export function callbackSlots(
  calendar: Calendar,
  queue: QueueId,
  at: string,
  count: number,
): readonly Slot[] {
  const start = Date.parse(at)
  return slotsAhead(calendar, queue, dateInCopenhagen(at))
    .filter(({ from }) => from > start)
    .slice(0, count)
    .map(({ from, to }) => ({ from: toInstant(from), to: toInstant(to) }))
}

/** The slots on this date that have not begun. None when it is closed, passed, or too far ahead. */
export function callbackSlotsOn(
  calendar: Calendar,
  queue: QueueId,
  at: string,
  date: string,
): readonly Slot[] {
  const start = Date.parse(at)
  return slotsAhead(calendar, queue, dateInCopenhagen(at))
    .map(({ from, to }) => ({ from: toInstant(from), to: toInstant(to) }))
    .filter((slot) => Date.parse(slot.from) > start)
    .filter((slot) => dateInCopenhagen(slot.from).toString() === date)
}

const slotsAhead = keptByCalendar((calendar, queue, today): readonly OpenTime[] => {
  const slots: OpenTime[] = []
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days++) {
    const date = today.add({ days })
    const open = [...joined(openTimesOn(calendar, queue, date))]
    for (const { from, to } of windows)
      slots.push(...piecesIn({ from: msAt(date, from), to: msAt(date, to) }, open))
  }
  return slots
})

function piecesIn(window: OpenTime, open: readonly OpenTime[]): OpenTime[] {
  return open
    .map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) }))
    .filter(({ from, to }) => to - from >= LEAST_SLOT_MS)
}
