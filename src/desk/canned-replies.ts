import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Language } from '#conversation/events.ts'
import type { Registers } from '#dialogue/ports.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'

const REGISTER = 'canned-replies'
const Wording = z.object({
  title: z.string().trim().min(1).max(80),
  text: z.string().trim().min(1).max(2000),
})
/** What staff may put into their reply instead of writing it anew, in both languages. */
export const CannedWords = z.object({ da: Wording, en: Wording })
export type CannedWords = z.infer<typeof CannedWords>
export type CannedReply = CannedWords & {
  id: string
  /** By whom it was last changed here; null as it came with the product. */
  changed: { by: string; at: string } | null
}
export type CannedReplies = {
  list(): Promise<readonly CannedReply[]>
  /** Writes one anew (`id` null) or changes it. */
  keep(id: string | null, words: CannedWords, staffId: string): Promise<void>
  remove(id: string, staffId: string): Promise<void>
  onChange(listener: () => void): () => void
}

const Kept = z.union([CannedWords, z.object({ removed: z.literal(true) })])
const given = z
  .record(z.string(), CannedWords)
  .parse(parse(readFileSync(new URL('canned-replies.yaml', import.meta.url), 'utf8')))

/** The canned replies that came with the product, as leads have changed them since. */
export function cannedReplies(
  { registers, clock, ids }: { registers: Registers; clock: Clock; ids: Ids },
  nameOf: (staffId: string) => Promise<string | undefined>,
): CannedReplies {
  const listeners = new Set<() => void>()
  const set = async (id: string, kept: z.infer<typeof Kept>, staffId: string, why: string) => {
    await registers.set(REGISTER, id, JSON.stringify(kept), { by: staffId, at: clock.now(), why })
    for (const listener of listeners) listener()
  }
  return {
    async list() {
      const replies = new Map<string, CannedReply>(
        Object.entries(given).map(([id, words]) => [id, { id, ...words, changed: null }]),
      )
      const trail = await registers.audit(REGISTER)
      for (const { key, json } of await registers.list(REGISTER)) {
        const kept = Kept.parse(JSON.parse(json))
        if ('removed' in kept) replies.delete(key)
        else replies.set(key, { id: key, ...kept, changed: await changeOf(key, trail, nameOf) })
      }
      return [...replies.values()].toSorted(byTitle('da'))
    },
    keep: (id, words, staffId) =>
      set(id ?? ids.next(), words, staffId, id ? 'canned reply changed' : 'canned reply written'),
    remove: (id, staffId) => set(id, { removed: true }, staffId, 'canned reply removed'),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

async function changeOf(
  key: string,
  trail: Awaited<ReturnType<Registers['audit']>>,
  nameOf: (staffId: string) => Promise<string | undefined>,
): Promise<CannedReply['changed']> {
  const last = trail.findLast((entry) => entry.key === key)
  return last ? { by: (await nameOf(last.by)) ?? '–', at: last.at } : null
}

function byTitle(language: Language): (a: CannedReply, b: CannedReply) => number {
  return (a, b) => a[language].title.localeCompare(b[language].title, language)
}
