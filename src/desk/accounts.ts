import { z } from 'zod'
import type { Registers } from '#dialogue/ports.ts'
import type { Clock } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { Ids } from '#platform/ids.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { hashPassword, isPassword } from './password.ts'

/** Somebody who works the desk. The name is what they sign in with and what citizens see. */
export type Account = { id: string; name: string; role: Role }
export type Role = 'staff' | 'lead'
export const MIN_PASSWORD_LENGTH = 12

const Stored = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['staff', 'lead']),
  password: z.string(),
})

export type Accounts = ReturnType<typeof deskAccounts>

/** The register `accounts`: who may sign in at the desk, by staff id. */
export function deskAccounts(deps: { registers: Registers; clock: Clock; ids: Ids }) {
  const { registers, clock, ids } = deps
  const inTurn = oneAtATime()

  const all = async () =>
    (await registers.list('accounts')).map(({ json }) => Stored.parse(JSON.parse(json)))
  const write = (account: z.infer<typeof Stored>, by: string, why: string) =>
    registers.set('accounts', account.id, JSON.stringify(account), { by, at: clock.now(), why })

  return {
    hasAny: async () => (await all()).length > 0,
    list: async (): Promise<readonly Account[]> => (await all()).map(withoutPassword),
    async get(id: string): Promise<Account | undefined> {
      const json = await registers.get('accounts', id)
      return json === undefined ? undefined : withoutPassword(Stored.parse(JSON.parse(json)))
    },
    async signIn(name: string, password: string): Promise<Account | undefined> {
      const account = (await all()).find((other) => isSameName(other.name, name))
      const right = await isPassword(password, account?.password)
      return account && right ? withoutPassword(account) : undefined
    },
    /** `allowed` runs just before the account is made, so that a link is used up by one account only. */
    async create(
      input: { name: string; password: string; by: string },
      allowed: () => Promise<Role | undefined>,
    ): Promise<Account | 'name-taken' | 'not-allowed'> {
      const name = input.name.normalize('NFC').trim()
      const password = await hashPassword(input.password)
      return inTurn(async () => {
        if ((await all()).some((other) => isSameName(other.name, name))) return 'name-taken'
        const role = await allowed()
        if (!role) return 'not-allowed'
        const account = { id: ids.next(), name, role }
        await write({ ...account, password }, input.by, 'account created')
        return account
      })
    },
    /** There is always a lead left: nobody could invite anybody otherwise. */
    changeRole: (id: string, role: Role, by: string) =>
      inTurn(async () => {
        const account = await leavingALead(await all(), id, role)
        await write({ ...account, role }, by, `role set to ${role}`)
      }),
    remove: (id: string, by: string) =>
      inTurn(async () => {
        await leavingALead(await all(), id, undefined)
        await registers.set('accounts', id, null, { by, at: clock.now(), why: 'account removed' })
      }),
  }
}

async function leavingALead(
  accounts: readonly z.infer<typeof Stored>[],
  id: string,
  role: Role | undefined,
): Promise<z.infer<typeof Stored>> {
  const account = accounts.find((other) => other.id === id)
  if (!account)
    throw new AppError('not-found', 'This colleague has no account.', 'Reload the page.')
  const otherLeads = accounts.filter((other) => other.role === 'lead' && other.id !== id)
  if (role !== 'lead' && otherLeads.length === 0)
    throw new AppError(
      'state-changed',
      'This is the only lead.',
      'Make a colleague lead first, then try again.',
    )
  return account
}

function isSameName(a: string, b: string): boolean {
  return fold(a) === fold(b)
}
function fold(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('da')
}
function withoutPassword({ id, name, role }: Account): Account {
  return { id, name, role }
}
