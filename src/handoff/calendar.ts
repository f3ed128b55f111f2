import type { Temporal } from 'temporal-polyfill'
import type { Language, QueueId } from '#conversation/events.ts'
import { msAt } from './copenhagen.ts'
import { holidayOn } from './danish-holidays.ts'

/** When which queue is open: the one source of "open now". */
export type Calendar = {
  queues: ReadonlyMap<QueueId, Queue>
  defaultQueue: QueueId
  specialDays: readonly SpecialDay[]
}
export type Queue = {
  id: QueueId
  name: Readonly<Record<Language, string>>
  /** The hours are made up for the demo; nobody at the city has confirmed them. */
  example: boolean
  /** Monday first; seven days. */
  week: readonly (readonly Period[])[]
}
/** Minutes after midnight on the wall clock, half open. `to` is later than `from`, and over 1440 past midnight. */
export type Period = { from: number; to: number }
/** A day that is not as usual; it goes before holidays, and one for a queue before one for all. */
export type SpecialDay = {
  /** `2026-06-05` */
  date: string
  queue: QueueId | 'all'
  hours: 'closed' | readonly Period[]
  note: string
}
/** An open time as instants, in ms since 1970, half open. */
export type OpenTime = { from: number; to: number }

/** The open times that begin on this date, in order. What runs past midnight belongs to the day on which it began. */
export function openTimesOn(
  calendar: Calendar,
  queue: QueueId,
  date: Temporal.PlainDate,
): readonly OpenTime[] {
  return hoursOn(calendar, queue, date)
    .map(({ from, to }) => ({ from: msAt(date, from), to: msAt(date, to) }))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
}

/** The hours of a date on the wall clock, special days and holidays counted in. */
export function hoursOn(
  { queues, specialDays }: Calendar,
  queue: QueueId,
  date: Temporal.PlainDate,
): readonly Period[] {
  const today = specialDays.filter((day) => day.date === date.toString())
  const special =
    today.find((day) => day.queue === queue) ?? today.find((day) => day.queue === 'all')
  if (special) return special.hours === 'closed' ? [] : special.hours
  if (holidayOn(date)) return []
  return queues.get(queue)?.week[date.dayOfWeek - 1] ?? []
}
