import { Temporal } from 'temporal-polyfill'
import { type Calendar, openTimesOn } from '#handoff/calendar.ts'
import { inCopenhagen, msAt, toInstant } from '#handoff/copenhagen.ts'

/** The wall clock at which the demo stands when no time is given: the queue is open and has been for a while. */
const STANDS_AT = '10:30'
const LOOK_BACK_DAYS = 60

/** The newest open day on which it was half past ten by then. */
export function demoStart(calendar: Calendar, at: string): string {
  const today = inCopenhagen(at).toPlainDate()
  for (let back = 0; back < LOOK_BACK_DAYS; back += 1) {
    const day = today.subtract({ days: back })
    const start = instantOf(day, STANDS_AT)
    if (start <= at && isOpenOn(calendar, day)) return start
  }
  return at
}

/** A time of day so many open days before the one of `start`. */
export function demoInstant(
  calendar: Calendar,
  start: string,
  daysBack: number,
  time: string,
): string {
  let day = inCopenhagen(start).toPlainDate()
  for (let left = daysBack; left > 0; ) {
    day = day.subtract({ days: 1 })
    if (isOpenOn(calendar, day)) left -= 1
  }
  return instantOf(day, time)
}

function isOpenOn(calendar: Calendar, day: Temporal.PlainDate): boolean {
  return openTimesOn(calendar, calendar.defaultQueue, day).length > 0
}

function instantOf(day: Temporal.PlainDate, time: string): string {
  const { hour, minute } = Temporal.PlainTime.from(time)
  return toInstant(msAt(day, hour * 60 + minute))
}
