import { plain, wordsFor } from './words.ts'

/**
 * The time of day that a text names, in minutes after midnight: "kl. 9.30", "kvart i tre", "ti minutter over halv ti",
 * "half past one", "middagstid". Nobody is called back at two in the night: an hour before 8 is in the afternoon.
 */
export function clockTime(text: string): number | undefined {
  const minutes = inDigits(text) ?? inWords(text)
  if (minutes === undefined) return undefined
  return minutes < EARLIEST ? minutes + HALF_A_DAY : minutes
}

const EARLIEST = 7 * 60 + 1
const HALF_A_DAY = 12 * 60

/** "kl. 12", "10", "9-12" (its beginning), "13:30"; not the days in "den 10. juni" and "29/3". */
function inDigits(text: string): number | undefined {
  const spoken = plain(text)
  // "ti over 9", "halv 2": the digits are part of words.
  if (IN_WORDS.test(spoken)) return undefined
  for (const found of text.matchAll(/(?<![\d/.])(\d{1,2})(?:[:.](\d\d))?(?!\s*[./]\s*\d|\d)/g)) {
    const [whole, hour = '', minute = '0'] = found
    const before = text.slice(0, found.index)
    const after = text.slice(found.index + whole.length)
    if (isDayOfMonth(before, after) || Number(hour) > 24 || Number(minute) > 59) continue
    return Number(hour) * 60 + Number(minute)
  }
  return undefined
}

const IN_WORDS =
  /(?<!\p{L})(?:halv|half|kvart(?:er)?|quarter|over|past|minut(?:ter|tes?|es)?|\d+ (?:i|to) \d+)(?!\p{L})/u

function isDayOfMonth(before: string, after: string): boolean {
  if (/(?<!\p{L})(?:den|d\.?|the)\s*$/iu.test(before) || /^(?:st|nd|rd|th)\b/.test(after))
    return true
  const [next = ''] = plain(after).split(' ')
  const last = plain(before).split(' ').at(-1) ?? ''
  return wordsFor('months').includes(next) || wordsFor('months').includes(last)
}

/** Reads backwards from the hour: "ti minutter | over | halv | ti". */
function inWords(text: string): number | undefined {
  const words = plain(text).split(' ')
  for (const [at, word] of [...words.entries()].toReversed()) {
    if (wordsFor('noon').includes(word)) return HALF_A_DAY
    const hour = hourOf(word)
    if (hour === undefined) continue
    const read = before(words.slice(0, at), hour * 60)
    if (read !== undefined) return read
  }
  return undefined
}

/** The time that the words before an hour make of it; undefined when they do not say that it is one. */
function before(words: readonly string[], hour: number): number | undefined {
  const last = words.at(-1) ?? ''
  // "halv to" is half past one; "half two" is half past two.
  if (wordsFor('half').includes(last)) {
    const half = last === 'half' ? hour + 30 : hour - 30
    return before(words.slice(0, -1), half) ?? half
  }
  const isPast = wordsFor('past').includes(last)
  if (isPast || wordsFor('to-the-hour').includes(last)) {
    const amount = amountOf(words.slice(0, -1))
    if (amount !== undefined) return isPast ? hour + amount : hour - amount
  }
  return wordsFor('clock').includes(last) ? hour : undefined
}

/** "kvart", "ti minutter", "20 min", "half". */
function amountOf(words: readonly string[]): number | undefined {
  const said = words.filter((word) => !wordsFor('minutes').includes(word)).at(-1) ?? ''
  if (wordsFor('quarter').includes(said)) return 15
  if (said === 'half') return 30
  const named = wordsFor('numbers-of-minutes').indexOf(said)
  if (named >= 0) return [5, 10, 20, 25][named % 4]
  return /^\d{1,2}$/.test(said) ? Number(said) : undefined
}

function hourOf(word: string): number | undefined {
  if (/^\d{1,2}$/.test(word)) return Number(word)
  const at = wordsFor('hours').indexOf(word)
  return at < 0 ? undefined : (at % 12) + 1
}
