import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '#platform/clock.ts'
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

  app.get('/sign-in', (request, reply) => show(request, reply, signInPage)(200))
  app.post('/sign-in', async (request, reply) => {
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

  app.post('/sign-out', async (request, reply) => {
    const token = cookie.read(request)
    const account = await sessions.who(token)
    if (token && account) await sessions.end(token, account.id)
    cookie.clear(reply)
    return reply.redirect('/desk/sign-in', 303)
  })

  app.get('/welcome', (request, reply) => show(request, reply, welcomePage)(200))
  app.post('/welcome', async (request, reply) => {
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
