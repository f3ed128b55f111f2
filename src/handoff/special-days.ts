import type { Temporal } from 'temporal-polyfill'
import { type Calendar, hoursOn, type Period, type SpecialDay } from './calendar.ts'

/** The register of days that are not as usual. */
export const SPECIAL_DAYS = 'special-days'

/** One entry of the register `special-days`: hours as `SpecialDayEntry` reads them. */
export type SpecialDayJson = Omit<SpecialDay, 'hours'> & { hours: 'closed' | readonly string[] }
/** What to write into the register, by key; null takes an entry away. */
export type SpecialDayChange = { key: string; entry: SpecialDayJson | null }
export type ClosingFault = 'closed-already' | 'closes-before'

/** There is one entry a day and queue: a new one takes the place of the old. */
export function specialDayKey(date: string, queue: string): string {
  return `${date}:${queue}`
}

/** A day of one queue or of all that is not as usual. For all, what was set for single queues that day is over. */
export function daySet({ queues }: Calendar, day: SpecialDayJson): readonly SpecialDayChange[] {
  const set = { key: specialDayKey(day.date, day.queue), entry: day }
  if (day.queue !== 'all') return [set]
  const gone = [...queues.keys()].map((id) => ({ key: specialDayKey(day.date, id), entry: null }))
  return [set, ...gone]
}

/**
 * Closing at a minute of the day, before the usual end. All queues become one entry when they then have the same hours,
 * else one each. A queue that is closed by then anyway stays as it is; a fault when that is so of every one.
 */
export function closedEarly(
  calendar: Calendar,
  queue: string,
  date: Temporal.PlainDate,
  minute: number,
  note: string,
): readonly SpecialDayChange[] | ClosingFault {
  const ids = queue === 'all' ? [...calendar.queues.keys()] : [queue]
  const hours = ids.map((id) => hoursOn(calendar, id, date))
  if (hours.every((periods) => periods.length === 0)) return 'closed-already'
  if (hours.every((periods) => periods.every(({ to }) => to <= minute))) return 'closes-before'
  const cut = hours.map((periods) => written(until(periods, minute)))
  const day = (id: string, shorter: SpecialDayJson['hours']) =>
    ({ date: date.toString(), queue: id, hours: shorter, note }) satisfies SpecialDayJson
  const [first = 'closed'] = cut
  const isOne = queue === 'all' && cut.every((one) => String(one) === String(first))
  if (isOne) return daySet(calendar, day('all', first))
  return ids.flatMap((id, i) => daySet(calendar, day(id, cut[i] ?? 'closed')))
}

function until(periods: readonly Period[], minute: number): readonly Period[] {
  return periods
    .map(({ from, to }) => ({ from, to: Math.min(to, minute) }))
    .filter(({ from, to }) => from < to)
}

function written(periods: readonly Period[]): SpecialDayJson['hours'] {
  if (periods.length === 0) return 'closed'
  return periods.map(({ from, to }) => `${clock(from)}-${to === 1_440 ? '24:00' : clock(to)}`)
}

/** Past midnight the clock begins anew. */
function clock(minutes: number): string {
  const hour = String(Math.floor(minutes / 60) % 24).padStart(2, '0')
  return `${hour}:${String(minutes % 60).padStart(2, '0')}`
}
