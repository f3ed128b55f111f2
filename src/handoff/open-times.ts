import type { Temporal } from 'temporal-polyfill'
import type { QueueId } from '#conversation/events.ts'
import { type Calendar, type OpenTime, openTimesOn } from './calendar.ts'
import { dateInCopenhagen, toInstant } from './copenhagen.ts'
import { joined } from './joined.ts'
import { keptByCalendar } from './kept-by-calendar.ts'

/** How far ahead open time is looked for. A queue that stays open beyond it counts as never closing. */
export const LOOK_AHEAD_DAYS = 60

export function isOpen(calendar: Calendar, queue: QueueId, at: string): boolean {
  const [first] = openTimesAfter(calendar, queue, at)
  return first !== undefined && first.from <= Date.parse(at)
}

/** The next instant at which the queue opens (while it is open: the time after this one), or null in sight of none. */
export function nextOpening(calendar: Calendar, queue: QueueId, at: string): string | null {
  for (const { from } of openTimesAfter(calendar, queue, at))
    if (from > Date.parse(at)) return toInstant(from)
  return null
}

/** When the open time of now ends; null while closed, and for a queue that never closes. */
export function closesAt(calendar: Calendar, queue: QueueId, at: string): string | null {
  const [now] = openTimesAfter(calendar, queue, at)
  if (now === undefined || now.from > Date.parse(at)) return null
  const [beyond] = openTimesAfter(calendar, queue, toInstant(now.to))
  return beyond !== undefined && beyond.from <= now.to ? null : toInstant(now.to)
}

/**
 * The earliest instant by which the queue has been open for so many minutes since `at`.
 * Null when there is less open time in the days ahead.
 */
export function addOpenMinutes(
  calendar: Calendar,
  queue: QueueId,
  at: string,
  minutes: number,
): string | null {
  const start = Date.parse(at)
  let left = minutes * 60_000
  if (left <= 0) return toInstant(start)
  for (const open of openTimesAfter(calendar, queue, at)) {
    const from = Math.max(open.from, start)
    if (open.to - from >= left) return toInstant(from + left)
    left -= open.to - from
  }
  return null
}

/** Open times that end after `at`, in order; those that touch or overlap are one. */
function* openTimesAfter(calendar: Calendar, queue: QueueId, at: string): Generator<OpenTime> {
  const start = Date.parse(at)
  for (const open of timesAhead(calendar, queue, dateInCopenhagen(at)))
    if (open.to > start) yield open
}

// Asked several times in every turn, and the same from midnight to midnight.
const timesAhead = keptByCalendar((calendar, queue, today): readonly OpenTime[] => [
  ...joined(daysAhead(calendar, queue, today)),
])

/** From the day before, because its hours may run past midnight. */
function* daysAhead(
  calendar: Calendar,
  queue: QueueId,
  today: Temporal.PlainDate,
): Generator<OpenTime> {
  for (let days = -1; days <= LOOK_AHEAD_DAYS; days++)
    yield* openTimesOn(calendar, queue, today.add({ days }))
}
