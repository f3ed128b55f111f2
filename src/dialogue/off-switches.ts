import { z } from 'zod'
import type { AuditEntry, Registers } from './ports.ts'
import { SWITCHES } from './switches.ts'

/** Something that is off: `bot`, `desk` or the id of an article; by whom (a name), since when and why. */
export type OffSwitch = AuditEntry & { what: string }
export type SwitchWay = 'off' | 'on'
/** Why nothing was switched; null: it was. */
export type SwitchFault = 'unknown-way' | 'nothing-named' | 'unknown-article' | 'no-reason' | null

/** What is off. An entry that cannot be read is off all the same, and says nothing more. */
export async function offSwitches(registers: Registers): Promise<readonly OffSwitch[]> {
  const entries = await registers.list(SWITCHES)
  return entries.map(({ key, json }) => ({
    what: key,
    ...(Entry.safeParse(parsed(json)).data ?? unknown),
  }))
}

/** Off or on, at once and on every channel: the engine reads the register in every turn. `by` is who is shown, `who` goes into the audit trail. */
export async function setSwitch(
  registers: Registers,
  isArticle: (id: string) => boolean,
  wanted: { way: string; what: string; why: string },
  who: { name: string; id: string; at: string },
): Promise<SwitchFault> {
  const { way, what, why } = wanted
  const fault = faultIn(wanted, isArticle)
  if (fault) return fault
  const { name, id, at } = who
  const json = way === 'off' ? JSON.stringify({ by: name, at, why }) : null
  await registers.set(SWITCHES, what, json, { by: id, at, why })
  return null
}

function faultIn(
  { way, what, why }: { way: string; what: string; why: string },
  isArticle: (id: string) => boolean,
): SwitchFault {
  if (way !== 'off' && way !== 'on') return 'unknown-way'
  if (what === '') return 'nothing-named'
  // What was switched off may be switched on again even when its article is gone.
  const isKnown = what === 'bot' || what === 'desk' || isArticle(what) || way === 'on'
  if (!isKnown) return 'unknown-article'
  return why.trim().length < 3 ? 'no-reason' : null
}

const Entry = z.object({ by: z.string(), at: z.string(), why: z.string() })
const unknown = { by: '–', at: '', why: '–' }

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
