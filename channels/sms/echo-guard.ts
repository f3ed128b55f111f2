import { createHash } from 'node:crypto'

/**
 * Notices a machine that answers each of our answers with the same words ("Autosvar: …"): the two would go on for ever.
 * `isEcho` is true from the fourth message on that says the same within ten minutes. Only whole sentences count:
 * people do write "ja" four times to somebody at the desk.
 */
export type EchoGuard = { isEcho(address: string, messageId: string, text: string): boolean }

export function echoGuard(nowMs: () => number): EchoGuard {
  const seen = new Map<string, { ids: Set<string>; fromMs: number }>()
  return {
    isEcho(address, messageId, text) {
      const said = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
      if (said.length < SHORTEST_ECHO) return false
      forgetOld(seen, nowMs() - WITHIN_MS)
      const key = createHash('sha256').update(`${address} ${said}`).digest('hex')
      const before = seen.get(key) ?? { ids: new Set<string>(), fromMs: nowMs() }
      seen.set(key, before)
      // What was answered before may come again from the provider: that is no new echo.
      if (!before.ids.has(messageId) && before.ids.size >= ANSWERED_AT_MOST) return true
      before.ids.add(messageId)
      return false
    },
  }
}

const SHORTEST_ECHO = 20
const ANSWERED_AT_MOST = 3
const WITHIN_MS = 600_000

function forgetOld(seen: Map<string, { fromMs: number }>, untilMs: number): void {
  for (const [key, { fromMs }] of seen) if (fromMs < untilMs) seen.delete(key)
}
