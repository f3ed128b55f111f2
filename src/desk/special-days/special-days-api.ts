import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { deskShared, problems } from '#desk/api-answers.ts'
import { languageOf } from '#desk/cookie.ts'
import type { Rights } from '#desk/rights.ts'
import { formRefused } from '#desk/staff-page/form-refused.ts'
import { textsOf } from '#desk/staff-page/texts.ts'
import { wordsIn } from '#desk/words.ts'
import { specialDayKey } from '#handoff/special-days.ts'
import { changeDays, type DaysDeps } from './change-days.ts'
import { SpecialDayForm } from './special-day-form.ts'

/** What `/desk/special-days` does, for programs. */
export function specialDaysApi(plain: FastifyInstance, deps: DaysDeps, rights: Rights): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const days = async () => {
    const { specialDays } = await deps.calendar()
    return { days: specialDays.map((day) => ({ key: specialDayKey(day.date, day.queue), ...day })) }
  }
  app.get('/api/special-days', { schema: described.list }, async (request) => {
    await rights.lead(request)
    return days()
  })
  app.post('/api/special-days', { schema: described.change }, async (request) => {
    const me = await rights.lead(request)
    const form = textsOf(request.body, SpecialDayForm)
    const asked = { form, me, say: wordsIn('en'), language: languageOf(request) }
    const changed = await changeDays(deps, asked)
    if ('faults' in changed) throw formRefused(changed.faults)
    return days()
  })
}

const Period = z.object({ from: z.int(), to: z.int() }).describe('Minutes after midnight.')
const Days = z
  .object({
    days: z.array(
      z.object({
        key: z.string(),
        date: z.string(),
        queue: z.string().describe('The id of a queue, or all.'),
        hours: z.union([z.literal('closed'), z.array(Period).readonly()]),
        note: z.string(),
      }),
    ),
  })
  .describe('The days that are not as usual.')
const described = {
  list: {
    ...deskShared,
    summary: 'Days on which the desk has other hours; for leads',
    response: { 200: Days, ...problems },
  },
  change: {
    ...deskShared,
    summary:
      'Close earlier today, close a day, give it other hours, or make it usual again; for leads',
    body: SpecialDayForm,
    response: { 200: Days, ...problems },
  },
}
