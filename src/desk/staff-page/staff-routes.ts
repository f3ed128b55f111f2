import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Account, Role } from '#desk/accounts.ts'
import { languageOf } from '#desk/cookie.ts'
import type { PageFiles } from '#desk/page-frame.ts'
import { wordsIn } from '#desk/words.ts'
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
export type StaffRoutes = {
  get(path: string, role: Role, make: Make): void
  post(path: string, role: Role, make: Make): void
}

/** Pages for those who are signed in, or for leads alone. Who is not signed in is sent to do so. */
export function staffRoutes(
  app: FastifyInstance,
  house: { who: (request: FastifyRequest) => Promise<Account | undefined>; files: PageFiles },
): StaffRoutes {
  const { who, files } = house
  const answer =
    (role: Role, make: Make) => async (request: FastifyRequest, reply: FastifyReply) => {
      const me = await who(request)
      if (!me) return reply.redirect('/desk/sign-in', 303)
      const language = languageOf(request)
      const visit: Visit = {
        me,
        language,
        say: wordsIn(language),
        params: textsOf(request.params),
        query: textsOf(request.query),
        form: textsOf(request.body),
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
    get: (path, role, make) => void app.get(path, answer(role, make)),
    post: (path, role, make) => void app.post(path, answer(role, make)),
  }
}

function leadsOnly({ say }: Viewer): Answer {
  const body = html`${notice('wait', say('staff.lead-only'))}<p><a href="/desk/">${say('staff.back')}</a></p>`
  const page: Shown = { current: 'search', title: say('staff.no-access'), body, isFault: false }
  return { is: 'page', status: 403, page }
}
