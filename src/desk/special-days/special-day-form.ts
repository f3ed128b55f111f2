import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Faults } from '#desk/staff-page/form-parts.ts'
import { type Texts, textOf } from '#desk/staff-page/texts.ts'
import type { Say } from '#desk/words.ts'
import type { Calendar } from '#handoff/calendar.ts'
import { closedEarly, daySet, type SpecialDayChange } from '#handoff/special-days.ts'
import { hoursInForm, minuteOf } from './hours-in-form.ts'

export type ReadForm = { changes: readonly SpecialDayChange[] } | { faults: Faults }

const MIN_REASON_LENGTH = 3
const FARTHEST = { years: 2 }

export const SpecialDayForm = z.object({
  do: textOf('early: close earlier today. day: any day. remove: the usual hours again.'),
  queue: textOf('The id of a queue, or all.'),
  why: textOf('The reason, for the audit trail; needed unless removed.'),
  time: textOf('early: when to close, 14:30.'),
  date: textOf('day: YYYY-MM-DD, today or later.'),
  kind: textOf('day: closed, or hours.'),
  from: textOf('hours: when to open, 10:00.'),
  to: textOf('hours: when to close; 24:00 is midnight.'),
  'again-from': textOf('hours: after a break.'),
  'again-to': textOf('hours: when to close after a break.'),
  key: textOf('remove: the day and queue, `2026-12-24:all`.'),
})

/** "Close earlier today": a time, a queue or all, and a reason. */
export function readEarly(
  calendar: Calendar,
  today: Temporal.PlainDate,
  form: Texts,
  why: string,
  say: Say,
): ReadForm {
  const [queue, time] = [form('queue'), form('time')]
  const minute = minuteOf(time)
  const faults: Faults = {
    ...(minute === undefined && { 'early-time': say('days.fault-time') }),
    ...(isQueue(calendar, queue) ? {} : { 'early-queue': say('days.fault-queue') }),
    ...(why.length < MIN_REASON_LENGTH && { 'early-why': say('staff.no-reason') }),
  }
  if (minute === undefined || Object.keys(faults).length > 0) return { faults }
  const changes = closedEarly(calendar, queue, today, minute, why)
  if (typeof changes !== 'string') return { changes }
  return { faults: { 'early-time': say(`days.fault-${changes}`) } }
}

/** Any day: closed, or other hours. */
export function readDay(
  calendar: Calendar,
  today: Temporal.PlainDate,
  form: Texts,
  why: string,
  say: Say,
): ReadForm {
  const queue = form('queue')
  const day = dateOf(form('date'))
  const hours = hoursOf(form, say)
  const dateFault = day ? whichDay(day, today) : 'date'
  const faults: Faults = {
    ...(dateFault && { 'day-date': say(`days.fault-${dateFault}`) }),
    ...(isQueue(calendar, queue) ? {} : { 'day-queue': say('days.fault-queue') }),
    ...('faults' in hours ? hours.faults : {}),
    ...(why.length < MIN_REASON_LENGTH && { 'day-why': say('staff.no-reason') }),
  }
  if (!day || 'faults' in hours || Object.keys(faults).length > 0) return { faults }
  const entry = { date: day.toString(), queue, hours: hours.hours, note: why }
  return { changes: daySet(calendar, entry) }
}

function hoursOf(
  form: Texts,
  say: Say,
): { hours: 'closed' | readonly string[] } | { faults: Faults } {
  const kind = form('kind')
  if (kind === 'closed') return { hours: 'closed' }
  return kind === 'hours'
    ? hoursInForm(form, say)
    : { faults: { 'day-kind': say('days.fault-kind') } }
}

function whichDay(day: Temporal.PlainDate, today: Temporal.PlainDate): 'past' | 'far' | null {
  if (Temporal.PlainDate.compare(day, today) < 0) return 'past'
  return Temporal.PlainDate.compare(day, today.add(FARTHEST)) > 0 ? 'far' : null
}

function dateOf(date: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date.trim())) return undefined
  try {
    return Temporal.PlainDate.from(date.trim(), { overflow: 'reject' })
  } catch {
    return undefined
  }
}

function isQueue({ queues }: Calendar, queue: string): boolean {
  return queue === 'all' || queues.has(queue)
}
