import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Accounts } from '#desk/accounts.ts'
import type { Board } from '#desk/board.ts'
import type { DeskDeps } from '#desk/deps.ts'
import type { Faults } from '#desk/staff-page/form-parts.ts'
import { namesOf } from '#desk/staff-page/names.ts'
import type { Answer, StaffRoutes, Visit } from '#desk/staff-page/staff-routes.ts'
import { textOf } from '#desk/staff-page/texts.ts'
import { inCopenhagen } from '#handoff/copenhagen.ts'
import { SPECIAL_DAYS, type SpecialDayChange } from '#handoff/special-days.ts'
import { readDay, readEarly, SpecialDayForm } from './special-day-form.ts'
import { specialDaysPage } from './special-days-page.ts'

const TRAIL_LENGTH = 20
const forms = { early: readEarly, day: readDay } as const

/** `/desk/special-days`: a lead closes earlier today, closes a day, or gives it other hours. The engine reads the register anew each time. */
export function specialDaysRoutes(
  routes: StaffRoutes,
  deps: Pick<DeskDeps, 'registers' | 'clock' | 'calendar' | 'writtenReason'>,
  board: Board,
  accounts: Pick<Accounts, 'list'>,
): void {
  const { registers, clock, calendar, writtenReason } = deps
  const today = (): Temporal.PlainDate => inCopenhagen(clock.now()).toPlainDate()

  const show = async (visit: Visit, status: number, faults: Faults): Promise<Answer> => {
    const { say, language, query, form } = visit
    const nameOf = await namesOf(accounts, say)
    const newest = (await registers.audit(SPECIAL_DAYS, TRAIL_LENGTH)).toReversed()
    const page = specialDaysPage({
      language,
      say,
      now: clock.now(),
      calendar: await calendar(),
      waiting: (await board.rows()).filter(({ state }) => state === 'waiting').length,
      done: query('done'),
      form,
      faults,
      trail: newest.map(({ by, at, why, key, json }) => ({ who: nameOf(by), at, why, key, json })),
    })
    return { is: 'page', status, page }
  }
  const write = async (changes: readonly SpecialDayChange[], visit: Visit, why: string) => {
    const known = new Set((await registers.list(SPECIAL_DAYS)).map(({ key }) => key))
    for (const { key, entry } of changes) {
      if (entry === null && !known.has(key)) continue
      const json = entry && JSON.stringify(entry)
      await registers.set(SPECIAL_DAYS, key, json, { by: visit.me.id, at: clock.now(), why })
    }
  }
  routes.get('/special-days', 'lead', described.list, (visit) => show(visit, 200, {}))
  routes.post('/special-days', 'lead', described.change, async (visit) => {
    const { say, form, language } = visit
    const [wanted, key] = [form('do'), form('key')]
    if (wanted === 'remove') {
      await write([{ key, entry: null }], visit, say('days.removed-why'))
      return { is: 'go', to: '/desk/special-days?done=removed' }
    }
    if (wanted !== 'early' && wanted !== 'day')
      return show(visit, 400, { 'early-time': say('days.fault-form') })
    const why = writtenReason(form('why'), language)
    const read = forms[wanted](await calendar(), today(), form, why, say)
    if ('faults' in read) return show(visit, 400, read.faults)
    await write(read.changes, visit, why)
    return { is: 'go', to: `/desk/special-days?done=${wanted}` }
  })
}

const described = {
  list: {
    summary: 'Days on which the desk has other hours',
    query: z.object({ done: textOf('What was just done.') }),
    answers: { 200: 'The days to come, forms, and who changed what, when and why.' },
  },
  change: {
    summary: 'Close earlier today, close a day, give it other hours, or make it usual again',
    form: SpecialDayForm,
    answers: { 303: 'Done; back to the page.', 400: 'The form, with what is wrong in it.' },
  },
}
