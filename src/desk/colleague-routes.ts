import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '#platform/errors.ts'
import { Problem } from '#platform/problem.ts'
import type { Account, Accounts } from './accounts.ts'
import type { SignInLinks } from './sign-in-links.ts'

const Role = z.enum(['staff', 'lead'])
const Invite = z.object({ name: z.string().trim().max(80), role: Role })
const Change = z.object({ id: z.string().max(100), role: Role })
const Remove = z.object({ id: z.string().max(100) })

/** What a lead does with accounts: see, invite, change the role, remove. */
export function colleagueRoutes(
  plain: FastifyInstance,
  house: {
    accounts: Accounts
    links: SignInLinks
    who: (request: FastifyRequest) => Promise<Account | undefined>
  },
): void {
  const { accounts, links, who } = house
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const lead = async (request: FastifyRequest): Promise<Account> => {
    const me = await who(request)
    if (!me) throw new AppError('not-signed-in', 'You are not signed in.', 'Sign in at /desk.')
    if (me.role !== 'lead')
      throw new AppError('role-missing', 'Only a lead may do this.', 'Ask the lead of the desk.')
    return me
  }
  app.get('/colleagues', { schema: described.list }, async (request) => {
    await lead(request)
    return accounts.list()
  })
  app.post('/colleagues/invite', { schema: described.invite }, async (request) => {
    const me = await lead(request)
    const { name, role } = request.body
    return { link: await links.invite(name, role, me.id) }
  })
  app.post('/colleagues/role', { schema: described.role }, async (request) => {
    const me = await lead(request)
    const { id, role } = request.body
    await accounts.changeRole(id, role, me.id)
    return accounts.list()
  })
  app.post('/colleagues/remove', { schema: described.remove }, async (request) => {
    const me = await lead(request)
    await accounts.remove(request.body.id, me.id)
    return accounts.list()
  })
}

const shared = { tags: ['desk'], security: [{ session: [] }] }
const problems = { '4xx': Problem, '5xx': Problem }
const list = { 200: z.array(z.looseObject({})).readonly(), ...problems }
const described = {
  list: { ...shared, summary: 'Everybody with an account; for leads', response: list },
  invite: {
    ...shared,
    summary: 'Make a link with which a colleague signs in once; for leads',
    body: Invite,
    response: { 200: z.object({ link: z.string() }), ...problems },
  },
  role: { ...shared, summary: 'Change a role; for leads', body: Change, response: list },
  remove: { ...shared, summary: 'Remove an account; for leads', body: Remove, response: list },
}
