import type { Registers } from '#dialogue/ports.ts'
import type { Clock } from '#platform/clock.ts'
import type { Wanted } from './search-past.ts'

/**
 * The register `searches`: who looked for and who opened what was over, and when. By what they searched is kept, the
 * words never: they are most often somebody's name, no mask knows names, and no erasure reaches a register.
 */
export const SEARCHES = 'searches'
export type SearchEntry = { did: 'search'; by: readonly string[] } | { did: 'open' }

export function traceSearches(registers: Registers, clock: Clock) {
  const write = (key: string, entry: SearchEntry, staffId: string) =>
    registers.set(SEARCHES, key, JSON.stringify(entry), {
      by: staffId,
      at: clock.now(),
      why: entry.did === 'search' ? `searched by ${entry.by.join(', ') || 'time'}` : 'opened',
    })
  return {
    searched: (staffId: string, wanted: Wanted) =>
      write(staffId, { did: 'search', by: usedOf(wanted) }, staffId),
    opened: (staffId: string, conversationId: string) =>
      write(conversationId, { did: 'open' }, staffId),
  }
}

function usedOf(wanted: Wanted): readonly string[] {
  const { words, ...others } = wanted
  const used = Object.entries(others).filter(([, value]) => value !== null)
  return [...(words.length > 0 ? ['words'] : []), ...used.map(([name]) => name)]
}
