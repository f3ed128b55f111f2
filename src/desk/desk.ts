import cookies from '@fastify/cookie'
import forms from '@fastify/formbody'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { serveAsset } from '#platform/assets.ts'
import { describedPage } from '#platform/described-page.ts'
import { newToken } from '#platform/ids.ts'
import { refuseForeignOrigin } from '#platform/origin.ts'
import { registerSockets } from '#platform/sockets.ts'
import { deskAccounts } from './accounts.ts'
import { deskBoard } from './board.ts'
import { cannedReplies } from './canned-replies.ts'
import { colleagueRoutes } from './colleague-routes.ts'
import { languageOf, sessionCookie } from './cookie.ts'
import type { DeskDeps } from './deps.ts'
import { deskApi } from './desk-api.ts'
import { doneActs } from './done-acts.ts'
import { feedbackApi } from './feedback/feedback-api.ts'
import { liveRoute, PING_EVERY_MS } from './live.ts'
import { makePageFiles } from './page-files.ts'
import { addPageHeaders } from './page-headers.ts'
import { deskPage } from './pages.ts'
import { rightsOf } from './rights.ts'
import { searchApi } from './search/search-api.ts'
import { deskSessions } from './sessions.ts'
import { signInLinks } from './sign-in-links.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { specialDaysApi } from './special-days/special-days-api.ts'
import { staffPages } from './staff-page/staff-pages.ts'
import { switchesApi } from './switches/switches-api.ts'
import { wordsIn } from './words.ts'

const MAX_FORM_BYTES = 8 * 1024

/** The desk: sign-in, the page for staff and its live stream. Mounted at `/desk`. */
export function desk(
  deps: DeskDeps,
  { pingEveryMs } = { pingEveryMs: PING_EVERY_MS },
): FastifyPluginAsync {
  return async (app) => {
    if (!app.hasRequestDecorator('cookies')) await app.register(cookies)
    await registerSockets(app)
    await app.register(forms, { bodyLimit: MAX_FORM_BYTES })
    addPageHeaders(app)
    app.addHook('preValidation', refuseForeignOrigin('same'))

    const accounts = deskAccounts(deps)
    const sessions = deskSessions({ ...deps, accounts })
    const links = signInLinks(deps)
    const cookie = sessionCookie(deps.secure)
    const { script, style, files } = await makePageFiles()
    const who = (request: FastifyRequest) => sessions.who(cookie.read(request))
    const nameOf = async (staffId: string) => (await accounts.get(staffId))?.name
    const board = deskBoard(deps, nameOf)
    const canned = cannedReplies(deps, nameOf)
    app.addHook('onClose', async () => board.close())
    await sessions.sweep()

    serveAsset(app, script)
    serveAsset(app, style)
    app.get('/', described, async (request, reply) => {
      if (!(await who(request))) return reply.redirect('/desk/sign-in', 303)
      const language = languageOf(request)
      return reply
        .type('text/html; charset=utf-8')
        .send(deskPage(language, wordsIn(language), files))
    })
    signInRoutes(app, { accounts, sessions, links, cookie, files, clock: deps.clock })
    const rights = rightsOf(who)
    const house = { deps, board, accounts, canned, done: doneActs(), instance: newToken() }
    const live = { ...house, build: files.script }
    await app.register(async (api) => {
      // Before anything is read of a request: whoever is not signed in learns nothing about it.
      api.addHook('preValidation', async (request) => void (await rights.staff(request)))
      colleagueRoutes(api, { accounts, links, rights })
      deskApi(api, live, rights)
      switchesApi(api, deps, rights)
      specialDaysApi(api, deps, rights)
      searchApi(api, deps, rights)
      feedbackApi(api, deps, rights)
    })
    liveRoute(app, live, who, pingEveryMs)
    staffPages(app, { deps, board, accounts, who, files })
  }
}

const described = describedPage({
  summary: 'The desk',
  security: 'session',
  answers: { 200: 'The page for staff.', 303: 'To /desk/sign-in without a session.' },
})
