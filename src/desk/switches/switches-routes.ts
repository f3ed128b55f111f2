import { z } from 'zod'
import type { Accounts } from '#desk/accounts.ts'
import type { DeskDeps } from '#desk/deps.ts'
import type { Faults } from '#desk/staff-page/form-parts.ts'
import { namesOf } from '#desk/staff-page/names.ts'
import type { Answer, StaffRoutes, Visit } from '#desk/staff-page/staff-routes.ts'
import { textOf } from '#desk/staff-page/texts.ts'
import { offSwitches, type SwitchFault, setSwitch } from '#dialogue/off-switches.ts'
import { SWITCHES } from '#dialogue/switches.ts'
import { switchesPage } from './switches-page.ts'

const TRAIL_LENGTH = 20

/** `/desk/switches`: a lead switches the bot, the desk or one answer off and on, with a reason. */
export function switchesRoutes(
  routes: StaffRoutes,
  deps: Pick<DeskDeps, 'registers' | 'clock' | 'articles' | 'writtenReason'>,
  accounts: Pick<Accounts, 'list'>,
): void {
  const { registers, clock, articles, writtenReason } = deps
  const isArticle = (id: string) => articles.some((article) => article.id === id)
  const show = async (visit: Visit, status: number, faults: Faults): Promise<Answer> => {
    const { say, query, form, language } = visit
    const nameOf = await namesOf(accounts, say)
    const newest = (await registers.audit(SWITCHES, TRAIL_LENGTH)).toReversed()
    const page = switchesPage({
      language,
      say,
      now: clock.now(),
      off: await offSwitches(registers),
      articles,
      done: { way: query('done'), what: query('what') },
      form,
      faults,
      trail: newest.map((entry) => ({
        who: nameOf(entry.by),
        at: entry.at,
        why: entry.why,
        way: entry.json === null ? 'on' : 'off',
        what: entry.key,
      })),
    })
    return { is: 'page', status, page }
  }
  routes.get('/switches', 'lead', described.list, (visit) => show(visit, 200, {}))
  routes.post('/switches', 'lead', described.set, async (visit) => {
    const { me, say, form, language } = visit
    const [way, what] = [form('way'), form('what')]
    const why = writtenReason(form('why'), language)
    const who = { name: me.name, id: me.id, at: clock.now() }
    const fault = await setSwitch(registers, isArticle, { way, what, why }, who)
    // Each switch that is on the page has a reason of its own.
    const field = way === 'on' ? `why-${what}` : fault && fieldOf[fault]
    if (fault) return show(visit, 400, { [field ?? '']: say(`switch.fault-${fault}`) })
    return { is: 'go', to: `/desk/switches?done=${way}&what=${encodeURIComponent(what)}` }
  })
}

const fieldOf: Readonly<Record<NonNullable<SwitchFault>, string>> = {
  'unknown-way': 'what',
  'nothing-named': 'what',
  'unknown-article': 'what',
  'no-reason': 'why',
}

export const SwitchForm = z.object({
  way: textOf('off or on.'),
  what: textOf('bot, desk or the id of an article.'),
  why: textOf('The reason, for the audit trail; needed.'),
})
const described = {
  list: {
    summary: 'What is switched off',
    query: z.object({ done: textOf('What was just done.'), what: textOf('To what.') }),
    answers: { 200: 'What is off, a form, and who switched what, when and why.' },
  },
  set: {
    summary: 'Switch the bot, the desk or one answer off or on',
    form: SwitchForm,
    answers: { 303: 'Done; back to the page.', 400: 'The form, with what is wrong in it.' },
  },
}
