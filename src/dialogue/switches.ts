import type { Switches } from '#conversation/surroundings.ts'
import type { Registers } from './ports.ts'

/** The register of off switches: `bot`, `desk`, and the ids of articles. What is not in it is on. */
export const SWITCHES = 'switches'

export type AllSwitches = Switches & { deskOff: boolean; keys: readonly string[] }

/** Reads the register itself each time, since another process may have switched. */
export async function readSwitches(registers: Registers): Promise<AllSwitches> {
  const off = (await registers.list(SWITCHES)).map(({ key }) => key).toSorted()
  return {
    botOff: off.includes('bot'),
    deskOff: off.includes('desk'),
    articlesOff: new Set(off),
    keys: off,
  }
}
