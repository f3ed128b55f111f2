import type { Registers } from '#dialogue/ports.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'
import { signInLinks } from './sign-in-links.ts'

/** The path with which the first person signs in and becomes lead; works once, for 24 hours. */
export function createSignInLink(deps: StaffRegisters): Promise<string> {
  return signInLinks(deps).createFirst()
}

type StaffRegisters = { registers: Registers; clock: Clock; ids: Ids }
