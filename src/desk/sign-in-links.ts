import { z } from 'zod'
import type { Registers } from '#dialogue/ports.ts'
import type { Clock } from '#platform/clock.ts'
import { hashToken, newToken } from '#platform/ids.ts'

const LINK_LIFETIME_MS = 24 * 60 * 60 * 1000

const Stored = z.object({
  for: z.enum(['first', 'colleague']),
  name: z.string(),
  role: z.enum(['staff', 'lead']),
  until: z.string(),
})
export type Invitation = z.infer<typeof Stored>
export type SignInLinks = ReturnType<typeof signInLinks>

/** One-time links, hashed in the register `sign-in-links`: whoever opens one chooses a password. */
export function signInLinks({ registers, clock }: { registers: Registers; clock: Clock }) {
  const create = async (invitation: Omit<Invitation, 'until'>, by: string): Promise<string> => {
    const token = newToken()
    const at = clock.now()
    const until = new Date(Date.parse(at) + LINK_LIFETIME_MS).toISOString()
    const json = JSON.stringify({ ...invitation, until })
    await registers.set('sign-in-links', hashToken(token), json, { by, at, why: 'link created' })
    // After the # it reaches no server log, no proxy and no Referer.
    return `/desk/welcome#${token}`
  }
  const read = async (token: string): Promise<Invitation | undefined> => {
    const json = await registers.get('sign-in-links', hashToken(token))
    const invitation = json === undefined ? undefined : Stored.parse(JSON.parse(json))
    return invitation && invitation.until > clock.now() ? invitation : undefined
  }
  const remove = (key: string, why: string) =>
    registers.set('sign-in-links', key, null, { by: 'desk', at: clock.now(), why })

  return {
    read,
    /** The path of a link with which the first person becomes lead. An earlier one stops working. */
    async createFirst(): Promise<string> {
      for (const { key, json } of await registers.list('sign-in-links'))
        if (Stored.parse(JSON.parse(json)).for === 'first') await remove(key, 'replaced')
      return create({ for: 'first', name: '', role: 'lead' }, 'start')
    },
    invite: (name: string, role: Invitation['role'], by: string) =>
      create({ for: 'colleague', name, role }, by),
    /** Uses the link up. */
    async use(token: string): Promise<Invitation | undefined> {
      const invitation = await read(token)
      if (invitation) await remove(hashToken(token), 'used')
      return invitation
    },
  }
}
