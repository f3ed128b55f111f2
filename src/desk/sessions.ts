import { z } from 'zod'
import type { Registers } from '#dialogue/ports.ts'
import type { Clock } from '#platform/clock.ts'
import { hashToken, newToken } from '#platform/ids.ts'
import type { Account, Accounts } from './accounts.ts'

export const SESSION_LIFETIME_S = 12 * 60 * 60

const Stored = z.object({ accountId: z.string(), until: z.string() })
export type Sessions = ReturnType<typeof deskSessions>

/** Who is signed in: the register `desk-sessions`, by the hash of the cookie. */
export function deskSessions(deps: { registers: Registers; clock: Clock; accounts: Accounts }) {
  const { registers, clock, accounts } = deps
  return {
    async begin(account: Account): Promise<string> {
      const token = newToken()
      const at = clock.now()
      const until = new Date(Date.parse(at) + SESSION_LIFETIME_S * 1000).toISOString()
      const json = JSON.stringify({ accountId: account.id, until })
      const entry = { by: account.id, at, why: 'signed in' }
      await registers.set('desk-sessions', hashToken(token), json, entry)
      return token
    },
    /** Read anew each time: a session may end and a role may change while a page is open. */
    async who(token: string | undefined): Promise<Account | undefined> {
      if (!token) return undefined
      const json = await registers.get('desk-sessions', hashToken(token))
      if (json === undefined) return undefined
      const { accountId, until } = Stored.parse(JSON.parse(json))
      return until > clock.now() ? accounts.get(accountId) : undefined
    },
    async end(token: string, by: string): Promise<void> {
      const entry = { by, at: clock.now(), why: 'signed out' }
      await registers.set('desk-sessions', hashToken(token), null, entry)
    },
    /** Takes away what has run out. */
    async sweep(): Promise<void> {
      const at = clock.now()
      for (const { key, json } of await registers.list('desk-sessions'))
        if (Stored.parse(JSON.parse(json)).until <= at)
          await registers.set('desk-sessions', key, null, { by: 'desk', at, why: 'run out' })
    },
  }
}
