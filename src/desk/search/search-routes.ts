import type { Accounts } from '#desk/accounts.ts'
import type { DeskDeps } from '#desk/deps.ts'
import type { Faults } from '#desk/staff-page/form-parts.ts'
import { namesOf } from '#desk/staff-page/names.ts'
import type { Answer, StaffRoutes, Visit } from '#desk/staff-page/staff-routes.ts'
import { readSearch, SearchForm } from './search-form.ts'
import { searchPage } from './search-page.ts'
import { type Found, searchPast } from './search-past.ts'
import { SEARCHES, type SearchEntry, traceSearches } from './trace-searches.ts'

const TRAIL_LENGTH = 20

/**
 * `/desk/search`: conversations that have stood at the desk. The form is posted, since what is searched for must stand
 * in no address: those are kept in logs and histories.
 */
export function searchRoutes(
  routes: StaffRoutes,
  deps: Pick<DeskDeps, 'views' | 'deskView' | 'textsOf' | 'registers' | 'clock' | 'articles'>,
  accounts: Pick<Accounts, 'list'>,
): void {
  const { registers, clock, articles } = deps
  const trace = traceSearches(registers, clock)
  const show = async (
    visit: Visit,
    status: number,
    found: Found | null,
    faults: Faults,
  ): Promise<Answer> => {
    const { me, say, language, form } = visit
    const nameOf = await namesOf(accounts, say)
    const trail = me.role === 'lead' ? await registers.audit(SEARCHES, TRAIL_LENGTH) : null
    const page = searchPage({
      say,
      language,
      now: clock.now(),
      articles,
      colleagues: await accounts.list(),
      form,
      faults,
      found,
      nameOf,
      trail:
        trail?.toReversed().map(({ by, at, key, json }) => ({
          who: nameOf(by),
          at,
          conversationId: key,
          entry: JSON.parse(json ?? '{"did":"open"}') as SearchEntry,
        })) ?? null,
    })
    return { is: 'page', status, page }
  }
  routes.get('/search', 'staff', described.form, (visit) => show(visit, 200, null, {}))
  routes.post('/search', 'staff', described.search, async (visit) => {
    const { me, form, say } = visit
    const read = readSearch(form, say)
    if ('faults' in read) return show(visit, 400, null, read.faults)
    // Kept first: nobody sees what stands in no trail.
    await trace.searched(me.id, read.wanted)
    return show(visit, 200, await searchPast(deps, read.wanted, form('below') || null), {})
  })
}

const described = {
  form: { summary: 'Search conversations that stood at the desk', answers: { 200: 'The form.' } },
  search: {
    summary: 'The conversations that were found, newest first',
    form: SearchForm,
    answers: { 200: 'The form with what was found.', 400: 'The form, with what is wrong in it.' },
  },
}
