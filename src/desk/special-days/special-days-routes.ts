import { z } from 'zod'
import type { Accounts } from '#desk/accounts.ts'
import type { Board } from '#desk/board.ts'
import type { Faults } from '#desk/staff-page/form-parts.ts'
import { namesOf } from '#desk/staff-page/names.ts'
import type { Answer, StaffRoutes, Visit } from '#desk/staff-page/staff-routes.ts'
import { textOf } from '#desk/staff-page/texts.ts'
import { SPECIAL_DAYS } from '#handoff/special-days.ts'
import { changeDays, type DaysDeps } from './change-days.ts'
import { SpecialDayForm } from './special-day-form.ts'
import { specialDaysPage } from './special-days-page.ts'

const TRAIL_LENGTH = 20

/** `/desk/special-days`: a lead closes earlier today, closes a day, or gives it other hours. The engine reads the register anew each time. */
export function specialDaysRoutes(
  routes: StaffRoutes,
  deps: DaysDeps,
  board: Board,
  accounts: Pick<Accounts, 'list'>,
): void {
  const { registers, clock, calendar } = deps
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
  routes.get('/special-days', 'lead', described.list, (visit) => show(visit, 200, {}))
  routes.post('/special-days', 'lead', described.change, async (visit) => {
    const changed = await changeDays(deps, visit)
    if ('faults' in changed) return show(visit, 400, changed.faults)
    return { is: 'go', to: `/desk/special-days?done=${changed.did}` }
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
