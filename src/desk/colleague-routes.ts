import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Accounts } from './accounts.ts'
import { problems, deskShared as shared } from './api-answers.ts'
import { AccountSchema } from './desk-schemas.ts'
import type { Rights } from './rights.ts'
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
    rights: Rights
  },
): void {
  const { accounts, links, rights } = house
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get('/colleagues', { schema: described.list }, async (request) => {
    await rights.lead(request)
    return accounts.list()
  })
  app.post('/colleagues/invite', { schema: described.invite }, async (request) => {
    const me = await rights.lead(request)
    const { name, role } = request.body
    return { link: await links.invite(name, role, me.id) }
  })
  app.post('/colleagues/role', { schema: described.role }, async (request) => {
    const me = await rights.lead(request)
    const { id, role } = request.body
    await accounts.changeRole(id, role, me.id)
    return accounts.list()
  })
  app.post('/colleagues/remove', { schema: described.remove }, async (request) => {
    const me = await rights.lead(request)
    await accounts.remove(request.body.id, me.id)
    return accounts.list()
  })
}

const list = {
  200: z.array(AccountSchema).readonly().describe('Everybody with an account.'),
  ...problems,
}
const described = {
  list: { ...shared, summary: 'Everybody with an account; for leads', response: list },
  invite: {
    ...shared,
    summary: 'Make a link with which a colleague signs in once; for leads',
    body: Invite,
    response: {
      200: z.object({ link: z.string() }).describe('The path of the link.'),
      ...problems,
    },
  },
  role: { ...shared, summary: 'Change a role; for leads', body: Change, response: list },
  remove: { ...shared, summary: 'Remove an account; for leads', body: Remove, response: list },
}
