import { z } from 'zod'
import type { Period, SpecialDay } from './calendar.ts'

const Written = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'hours look like 09:00-16:00')

/** Hours as people write them, `09:00-16:00`: to 24:00, or past midnight as in `22:00-02:00`. */
export const Hours = Written.transform(toPeriod)

/** The same as somebody enters them: what is likely a slip of the pen is queried. */
const EnteredHours = Written.refine(
  (hours) => !hours.endsWith('-23:59'),
  'until 23:59 closes for a minute before midnight; write 24:00',
)
  .refine(
    (hours) => hours.slice(0, 5) !== hours.slice(6),
    'these hours begin and end at the same time; day and night is 00:00-24:00',
  )
  .transform(toPeriod)

/** All hours of a day, in any order. */
export const EnteredDay = z
  .array(EnteredHours)
  .refine(
    (periods) =>
      periods
        .toSorted((a, b) => a.from - b.from)
        .every(({ from }, i, sorted) => from >= (sorted[i - 1]?.to ?? 0)),
    'hours of one day overlap',
  )

/** What the register `special-days` holds, by any key: one day of one queue or of all. */
export const SpecialDayEntry = z.strictObject({
  date: z.iso.date(),
  queue: z.string().min(1),
  hours: z.union([z.literal('closed'), z.array(Hours).min(1)]),
  note: z.string().min(1),
}) satisfies z.ZodType<SpecialDay>

function toPeriod(hours: string): Period {
  const [from = 0, to = 0] = hours.split('-').map(minutesOf)
  return { from, to: to > from ? to : to + 24 * 60 }
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
