import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '#platform/errors.ts'
import type { Account, Accounts } from './accounts.ts'
import type { SignInLinks } from './sign-in-links.ts'

const Role = z.enum(['staff', 'lead'])
const Invite = z.object({ name: z.string().trim().max(80), role: Role })
const Change = z.object({ id: z.string().max(100), role: Role })
const Remove = z.object({ id: z.string().max(100) })

/** What a lead does with accounts: see, invite, change the role, remove. */
export function colleagueRoutes(
  app: FastifyInstance,
  house: {
    accounts: Accounts
    links: SignInLinks
    who: (request: FastifyRequest) => Promise<Account | undefined>
  },
): void {
  const { accounts, links, who } = house
  const lead = async (request: FastifyRequest): Promise<Account> => {
    const me = await who(request)
    if (!me) throw new AppError('not-signed-in', 'You are not signed in.', 'Sign in at /desk.')
    if (me.role !== 'lead')
      throw new AppError('role-missing', 'Only a lead may do this.', 'Ask the lead of the desk.')
    return me
  }
  app.get('/colleagues', async (request) => {
    await lead(request)
    return accounts.list()
  })
  app.post('/colleagues/invite', async (request) => {
    const me = await lead(request)
    const { name, role } = bodyOf(Invite, request)
    return { link: await links.invite(name, role, me.id) }
  })
  app.post('/colleagues/role', async (request) => {
    const me = await lead(request)
    const { id, role } = bodyOf(Change, request)
    await accounts.changeRole(id, role, me.id)
    return accounts.list()
  })
  app.post('/colleagues/remove', async (request) => {
    const me = await lead(request)
    await accounts.remove(bodyOf(Remove, request).id, me.id)
    return accounts.list()
  })
}

function bodyOf<T>(schema: z.ZodType<T>, request: FastifyRequest): T {
  const read = schema.safeParse(request.body)
  if (read.success) return read.data
  throw new AppError(
    'request-invalid',
    'The request lacks something.',
    'Reload the page and try again.',
  )
}
