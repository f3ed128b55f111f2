import { z } from 'zod'
import type { Period, SpecialDay } from './calendar.ts'

/** Hours as people write them, `09:00-16:00`: to 24:00, or past midnight as in `22:00-02:00`. */
export const Hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'hours look like 09:00-16:00')
  .transform(toPeriod)

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
