import { createHash } from 'node:crypto'

/**
 * Notices a machine that answers each of our answers ("Autosvar: …"): the two would go on for ever. `isEcho` is true from
 * the fourth message on that says the same, or calls itself automatic, until the address has been silent about it for a while.
 * Short words do not count: people do write "ja" four times to somebody at the desk.
 */
export type EchoGuard = { isEcho(address: string, messageId: string, text: string): boolean }

export function echoGuard(nowMs: () => number): EchoGuard {
  const heard = new Map<string, Said[]>()
  return {
    isEcho(address, messageId, text) {
      const words = wordsOf(text)
      const isAutomatic = callsItselfAutomatic(text)
      if (!isAutomatic && text.replace(/[^\p{L}]/gu, '').length < SHORTEST_ECHO) return false
      forgetOld(heard, nowMs() - SILENT_MS)
      const known = heard.get(address) ?? []
      const same = known.find(
        (one) => (isAutomatic && one.isAutomatic) || isAlike(one.words, words),
      )
      const said = same ?? { words, isAutomatic, ids: new Set<string>(), lastMs: 0 }
      if (!same) heard.set(address, [...known, said].slice(-TEXTS_KEPT))
      said.lastMs = nowMs()
      // What was answered before may come again from the provider: that is no new echo.
      if (!said.ids.has(messageId) && said.ids.size >= ANSWERED_AT_MOST) return true
      said.ids.add(messageId)
      return false
    },
  }
}

type Said = { words: ReadonlySet<string>; isAutomatic: boolean; ids: Set<string>; lastMs: number }

const SHORTEST_ECHO = 9
const ANSWERED_AT_MOST = 3
const SILENT_MS = 30 * 60_000
const TEXTS_KEPT = 20

/** The words of a text, as hashes: what people write is kept nowhere. Times, dates and long numbers change from one to the next. */
function wordsOf(text: string): ReadonlySet<string> {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+(?:[.:/-]\d+)+|\d{3,}/g, ' ')
  return new Set((said.match(/[\p{L}\p{N}]+/gu) ?? []).map(hashed))
}

function hashed(word: string): string {
  return createHash('sha256').update(word).digest('base64').slice(0, 8)
}

/** One word in eight may be another: a machine that counts, or greets by the time of the day. */
function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const common = a.intersection(b).size
  return common > 0 && common / a.union(b).size >= 7 / 8
}

function callsItselfAutomatic(text: string): boolean {
  return AUTOMATIC.test(text.normalize('NFKC'))
}

const AUTOMATIC = new RegExp(
  [
    'auto-?\\s?(?:svar|reply|response|antwort)|automatisk\\w* (?:svar|besked|sms|meddelelse|kvittering)',
    'automat(?:ic|ed) (?:reply|response|message|answer)|automatische (?:antwort|nachricht)|réponse automatique|respuesta automática',
    'out of office|abwesenheits|fraværsbesked|ikke på kontoret|kan ikke besvares|besvar ikke denne|do not reply|no-?reply',
    "(?:i'm|i’m|i am) driving|jeg kører (?:bil|lige)|jeg kjører bil|jag kör bil",
  ].join('|'),
  'iu',
)

function forgetOld(heard: Map<string, Said[]>, untilMs: number): void {
  for (const [address, said] of heard) {
    const left = said.filter(({ lastMs }) => lastMs >= untilMs)
    if (left.length === 0) heard.delete(address)
    else if (left.length < said.length) heard.set(address, left)
  }
}
