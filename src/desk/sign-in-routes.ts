import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '#platform/clock.ts'
import { describedPage } from '#platform/described-page.ts'
import { type Account, type Accounts, MIN_PASSWORD_LENGTH } from './accounts.ts'
import { attempts } from './attempts.ts'
import { languageOf, type SessionCookie } from './cookie.ts'
import type { PageFiles } from './page-frame.ts'
import { signInPage, welcomePage } from './pages.ts'
import type { Sessions } from './sessions.ts'
import type { SignInLinks } from './sign-in-links.ts'
import { wordsIn } from './words.ts'

const MAX_PER_NAME = 8
// Failures only: a whole office may sign in from one address.
const MAX_PER_ADDRESS = 30

const Credentials = z.object({ name: z.string().max(80), password: z.string().max(200) })
const Welcome = Credentials.extend({ token: z.string().max(100) })

/** Signing in and out, and the page behind a one-time link. */
export function signInRoutes(
  app: FastifyInstance,
  house: {
    accounts: Accounts
    sessions: Sessions
    links: SignInLinks
    cookie: SessionCookie
    files: PageFiles
    clock: Clock
  },
): void {
  const { accounts, sessions, links, cookie, files, clock } = house
  const perName = attempts(clock, MAX_PER_NAME)
  const perAddress = attempts(clock, MAX_PER_ADDRESS)

  const show = (request: FastifyRequest, reply: FastifyReply, page: typeof signInPage) => {
    const language = languageOf(request)
    const say = wordsIn(language)
    return (status: number, name = '', fault: string | null = null, values = {}) =>
      reply
        .code(status)
        .type('text/html; charset=utf-8')
        .send(page(language, say, files, { name, fault: fault && say(fault, values) }))
  }
  const begin = async (reply: FastifyReply, account: Account) => {
    cookie.set(reply, await sessions.begin(account))
    return reply.redirect('/desk/', 303)
  }

  app.get('/sign-in', described.door, (request, reply) => show(request, reply, signInPage)(200))
  app.post('/sign-in', described.signIn, async (request, reply) => {
    const answer = show(request, reply, signInPage)
    const read = Credentials.safeParse(request.body)
    if (!read.success) return answer(400, '', 'sign-in.wrong')
    const { name, password } = read.data
    const key = name.normalize('NFC').trim().toLocaleLowerCase('da')
    const minutes = Math.max(perAddress.take(request.ip), perName.take(key))
    if (minutes > 0) return answer(429, name, 'sign-in.wait', { minutes })
    const account = await accounts.signIn(name, password)
    if (!account) return answer(401, name, 'sign-in.wrong')
    perName.forgive(key)
    perAddress.giveBack(request.ip)
    return begin(reply, account)
  })

  app.post('/sign-out', described.signOut, async (request, reply) => {
    const token = cookie.read(request)
    const account = await sessions.who(token)
    if (token && account) await sessions.end(token, account.id)
    cookie.clear(reply)
    return reply.redirect('/desk/sign-in', 303)
  })

  app.get('/welcome', described.invited, (request, reply) => show(request, reply, welcomePage)(200))
  app.post('/welcome', described.welcome, async (request, reply) => {
    const answer = show(request, reply, welcomePage)
    const read = Welcome.safeParse(request.body)
    if (!read.success) return answer(400, '', 'welcome.link-gone')
    const { token, name, password } = read.data
    const minutes = perAddress.take(request.ip)
    if (minutes > 0) return answer(429, name, 'sign-in.wait', { minutes })
    if (!(await links.read(token))) return answer(401, name, 'welcome.link-gone')
    if (name.trim() === '') return answer(400, '', 'welcome.no-name')
    if ([...password].length < MIN_PASSWORD_LENGTH)
      return answer(400, name, 'welcome.too-short', { length: MIN_PASSWORD_LENGTH })
    const made = await accounts.create(
      { name, password, by: 'sign-in-link' },
      async () => (await links.use(token))?.role,
    )
    if (made === 'name-taken') return answer(409, name, 'welcome.name-taken')
    if (made === 'not-allowed') return answer(401, name, 'welcome.link-gone')
    perAddress.giveBack(request.ip)
    return begin(reply, made)
  })
}

const formBack = 'The form, with what is wrong.'
const described = {
  door: describedPage({ summary: 'Sign in at the desk', answers: { 200: 'The form.' } }),
  signIn: describedPage({
    summary: 'Sign in: sets the cookie of a session of twelve hours',
    description:
      'Programs do it too: an `Origin` header with the address of this server, and no redirect followed.',
    form: Credentials,
    answers: { 303: 'Signed in; to the desk.', 400: formBack, 401: formBack, 429: formBack },
  }),
  signOut: describedPage({
    summary: 'Sign out: ends the session',
    security: 'session',
    answers: { 303: 'Signed out; to the page for signing in.' },
  }),
  invited: describedPage({
    summary: 'Where a link leads that works once',
    answers: { 200: 'The form for a name and a password.' },
  }),
  welcome: describedPage({
    summary: 'Make an account with a link that works once, and sign in',
    description: '`token` is what stands behind the # of the link.',
    form: Welcome,
    answers: {
      303: 'Signed in; to the desk.',
      400: formBack,
      401: formBack,
      409: formBack,
      429: formBack,
    },
  }),
}
