import type { Language } from '#conversation/events.ts'

/** A wish for the other language, and whether there is more in the text than that wish. */
export type WishedLanguage = { language: Language; isAll: boolean }

/**
 * "Can you say that in English?", "svar på engelsk, tak", "og på dansk: hvor lang tid tager det?". The document that
 * somebody wants in English ("kan jeg få attesten på engelsk?") is no such wish.
 */
export function wishedLanguage(text: string): WishedLanguage | undefined {
  const named = NAMED.exec(text)
  if (!named) return undefined
  const before = text.slice(0, named.index)
  const isDanish = /dansk|danish/i.test(named[0])
  // "jeg taler ikke dansk" wants the other one.
  const language = isDanish !== NOT.test(before) ? 'da' : 'en'
  const after = text.slice(named.index + named[0].length)
  if (isFiller(before) && isFiller(after)) {
    // "english" and "på dansk": a search for courses has more words.
    return { language, isAll: true }
  }
  const leads = isFiller(before) && /^\s*(?:,?\s*(?:please|tak|venligst))?\s*[:,.!–-]/iu.test(after)
  const closes = isFiller(after) && (/[,.:;!?–-]\s*$/.test(before) || ASKS_US.test(before))
  return leads || closes ? { language, isAll: false } : undefined
}

const NAMED =
  /(?<!\p{L})(?:(?:på|paa|pa|in|til|to|i)\s+)?(?:dansk|engelsk|danish|english)(?!\p{L})/iu
const NOT = /(?<!\p{L})(?:ikke|not|don.?t|no)(?!\p{L})/iu
const ASKS_US =
  /(?<!\p{L})(?:(?:kan|vil|må) (?:du|i)|(?:can|could|will|would) you|please|svar|fortæl|forklar|sig|answer|tell|explain)(?!\p{L}).*(?<!\p{L})(?:svare?|fortælle?|forklare?|sige?|skrive|tale?|gentage|answer|tell|explain|say|write|speak|repeat)(?!\p{L})/iu
const FILLERS = new Set(
  `kan kunne du i vi jeg vil gerne ville må sige sig svare svar skrive skriv tale taler snakke gentage gentag oversætte
  skifte skift det den dette svaret mig os til på en gang igen nu tak og også hellere venligst kun bare lige ok okay hej
  forstår ikke helst være om at så please can could you say answer reply write speak talk repeat translate switch change
  that it this the to me us in again now thanks thank and also only just would like i want we do don t not understand
  hello hi back tilbage er er der mulighed for is possible sorry undskyld nej ja no yes rather from here men but prefer`
    .split(/\s+/)
    .filter(Boolean),
)

function isFiller(text: string): boolean {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => FILLERS.has(word))
}
