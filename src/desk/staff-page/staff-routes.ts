import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Account, Role } from '#desk/accounts.ts'
import { languageOf } from '#desk/cookie.ts'
import type { PageFiles } from '#desk/page-frame.ts'
import { wordsIn } from '#desk/words.ts'
import { describedPage, type PageIs } from '#platform/described-page.ts'
import { html } from '#platform/html.ts'
import { notice } from './notice.ts'
import { type Shown, staffPage, type Viewer } from './staff-page.ts'
import { type Texts, textsOf } from './texts.ts'

/** One request of somebody who may make it, with the texts of its form or address. */
export type Visit = Viewer & { params: Texts; query: Texts; form: Texts }
export type Answer =
  | { is: 'page'; status: number; page: Shown }
  /** After a form: the page that shows what was done, so that reloading it does nothing again. */
  | { is: 'go'; to: string }
export type Make = (visit: Visit) => Promise<Answer>
/** What stands in the description of the API. A field that is not named here is not read. */
export type StaffPageIs = {
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  form?: z.ZodObject
  answers: PageIs['answers']
}
export type StaffRoutes = {
  get(path: string, role: Role, is: StaffPageIs, make: Make): void
  post(path: string, role: Role, is: StaffPageIs, make: Make): void
}

/** Pages for those who are signed in, or for leads alone. Who is not signed in is sent to do so. */
export function staffRoutes(
  app: FastifyInstance,
  house: { who: (request: FastifyRequest) => Promise<Account | undefined>; files: PageFiles },
): StaffRoutes {
  const { who, files } = house
  const answer =
    (role: Role, is: StaffPageIs, make: Make) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const me = await who(request)
      if (!me) return reply.redirect('/desk/sign-in', 303)
      const language = languageOf(request)
      const visit: Visit = {
        me,
        language,
        say: wordsIn(language),
        params: textsOf(request.params, is.params),
        query: textsOf(request.query, is.query),
        form: textsOf(request.body, is.form),
      }
      const made = role === 'lead' && me.role !== 'lead' ? leadsOnly(visit) : await make(visit)
      if (made.is === 'go') return reply.redirect(made.to, 303)
      // A form's address alone cannot be opened: what leads back is the page that it stands on.
      const here = request.method === 'GET' ? request.url : `/desk/${made.page.current}`
      return reply
        .code(made.status)
        .type('text/html; charset=utf-8')
        .send(staffPage(visit, files, here, made.page))
    }
  return {
    get: (path, role, is, make) => void app.get(path, described(role, is), answer(role, is, make)),
    post: (path, role, is, make) =>
      void app.post(path, described(role, is), answer(role, is, make)),
  }
}

function described(role: Role, { summary, answers, ...is }: StaffPageIs) {
  return describedPage({
    ...is,
    summary: role === 'lead' ? `${summary}; for leads` : summary,
    security: 'session',
    answers: {
      ...answers,
      303: [answers[303], 'To /desk/sign-in without a session.'].filter(Boolean).join(' '),
      ...(role === 'lead' && { 403: 'A page that says who may.' }),
    },
  })
}

function leadsOnly({ say }: Viewer): Answer {
  const body = html`${notice('wait', say('staff.lead-only'))}<p><a href="/desk/">${say('staff.back')}</a></p>`
  const page: Shown = { current: 'search', title: say('staff.no-access'), body, isFault: false }
  return { is: 'page', status: 403, page }
}
