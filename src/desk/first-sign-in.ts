import type { Registers } from '#dialogue/ports.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'
import { deskAccounts } from './accounts.ts'
import { signInLinks } from './sign-in-links.ts'

/** Somebody has an account: what an address other than the loopback demands. */
export function hasStaffAccount(deps: StaffRegisters): Promise<boolean> {
  return deskAccounts(deps).hasAny()
}

/** The path with which the first person signs in and becomes lead; works once, for 24 hours. */
export function createSignInLink(deps: StaffRegisters): Promise<string> {
  return signInLinks(deps).createFirst()
}

type StaffRegisters = { registers: Registers; clock: Clock; ids: Ids }
