import { z } from 'zod'
import type { Accounts } from '#desk/accounts.ts'
import type { DeskDeps } from '#desk/deps.ts'
import type { Faults } from '#desk/staff-page/form-parts.ts'
import { namesOf } from '#desk/staff-page/names.ts'
import { notice } from '#desk/staff-page/notice.ts'
import type { Answer, StaffRoutes, Visit } from '#desk/staff-page/staff-routes.ts'
import { textOf } from '#desk/staff-page/texts.ts'
import { html } from '#platform/html.ts'
import { conversationPage } from './conversation-page.ts'
import { readPast } from './read-past.ts'
import { traceSearches } from './trace-searches.ts'

const MIN_REASON_LENGTH = 3
type Deps = Pick<
  DeskDeps,
  'acts' | 'views' | 'deskView' | 'transcript' | 'registers' | 'clock' | 'articleInfo'
>

/** `/desk/conversation/<id>`: one conversation to read, also after it was closed; a lead may erase it. */
export function conversationRoutes(
  routes: StaffRoutes,
  deps: Deps,
  accounts: Pick<Accounts, 'list'>,
): void {
  const { acts, registers, clock } = deps
  const trace = traceSearches(registers, clock)

  const show = async (visit: Visit, status: number, faults: Faults): Promise<Answer> => {
    const { me, say, language, params, query, form } = visit
    const read = await readPast(deps, params('id'))
    if (!read) return notHere(visit)
    await trace.opened(me.id, read.item.conversationId)
    const { topic } = read.item
    const page = conversationPage({
      ...read,
      say,
      language,
      me,
      now: clock.now(),
      topicTitle: (topic && deps.articleInfo(topic)?.title) || null,
      nameOf: await namesOf(accounts, say),
      done: query('done'),
      why: form('why'),
      faults,
    })
    return { is: 'page', status, page }
  }
  routes.get('/conversation/:id', 'staff', described.read, (visit) => show(visit, 200, {}))
  routes.post('/conversation/:id/reopen', 'staff', described.reopen, async (visit) => {
    const id = visit.params('id')
    const read = await readPast(deps, id)
    if (!read?.mayReopen) return go(id, 'reopen-gone')
    const { state } = await acts.reopen(id, visit.me.id)
    return go(id, state === 'done' ? 'reopened' : 'reopen-gone')
  })
  routes.post('/conversation/:id/erase', 'lead', described.erase, async (visit) => {
    const { params, form, me, say } = visit
    const id = params('id')
    if (!(await readPast(deps, id))) return notHere(visit)
    const why = form('why').trim()
    if (why.length < MIN_REASON_LENGTH) return show(visit, 400, { why: say('staff.no-reason') })
    await acts.erase(id, me.id, why)
    return go(id, 'erased')
  })
}

function go(id: string, done: string): Answer {
  return { is: 'go', to: `/desk/conversation/${encodeURIComponent(id)}?done=${done}` }
}

function notHere({ say }: Visit): Answer {
  const body = html`${notice('wait', say('past.none-more'))}<p><a href="/desk/search">${say('past.to-search')}</a></p>`
  return {
    is: 'page',
    status: 404,
    page: { current: 'search', title: say('past.none'), body, isFault: false },
  }
}

const params = z.object({ id: z.string().describe('The id of the conversation.') })
const none = { 404: 'A page that says that there is none.' }
const described = {
  read: {
    summary: 'Read a conversation that stood at the desk',
    params,
    query: z.object({ done: textOf('What was just done.') }),
    answers: { 200: 'What was said.', ...none },
  },
  reopen: {
    summary: 'Take a closing back, within ten minutes',
    params,
    answers: { 303: 'Back to the conversation, which says whether it could be done.' },
  },
  erase: {
    summary: 'Erase every text of a conversation',
    params,
    form: z.object({ why: textOf('The reason, for the audit trail; needed.') }),
    answers: { 303: 'Erased; back to what is left.', 400: 'No reason was given.', ...none },
  },
}
