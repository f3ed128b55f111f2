import type { Temporal } from 'temporal-polyfill'
import type { QueueId } from '#conversation/events.ts'
import type { Calendar } from './calendar.ts'

const MOST_KEPT = 200

/** Keeps what follows from a calendar for a queue on a day; a calendar with other special days is another calendar. */
export function keptByCalendar<Result>(
  make: (calendar: Calendar, queue: QueueId, today: Temporal.PlainDate) => Result,
): typeof make {
  const kept = new WeakMap<Calendar, Map<string, Result>>()
  return (calendar, queue, today) => {
    const own = kept.get(calendar) ?? new Map<string, Result>()
    kept.set(calendar, own)
    const key = `${queue} ${today.toString()}`
    const known = own.get(key)
    if (known !== undefined) return known
    const result = make(calendar, queue, today)
    if (own.size >= MOST_KEPT) own.clear()
    own.set(key, result)
    return result
  }
}
