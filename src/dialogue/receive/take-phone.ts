import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { isDanish } from './mask-phone.ts'
import { isAmount, labelBefore } from './number-labels.ts'
import { gapBefore, isPartOfLonger, type Run, wholeRun } from './number-runs.ts'
import { findOtherThanPhones, untouched } from './other-than-phones.ts'
import { originalSpan, plainText } from './plain-text.ts'
import { type NumberToken, readNumbers } from './read-numbers.ts'

/** `number` in E.164; `rest` is the text with "…" where the number stood. */
export type TakenPhone =
  | { state: 'given'; number: string; rest: string }
  | { state: 'refused'; rest: string }
  | { state: 'none'; rest: string }

/**
 * Takes the callback number out of a text. Given: a Danish number on which a person can be called, 70 numbers
 * included. Refused: free (80), premium (90) and short ones, foreign ones, too many or too few digits.
 */
export function takePhone(text: string): TakenPhone {
  const source = plainText(text)
  const { plain } = source
  const tokens = untouched(readNumbers(plain, 'joined'), findOtherThanPhones(plain))
  const numbers = wholeNumbers(plain, tokens)
  for (const number of numbers) {
    const digits = nationalDigits(plain, number)
    if (digits === null || !isCallable(digits)) continue
    return { state: 'given', number: `+45${digits}`, rest: without(number) }
  }
  const [refused] = numbers.filter((number) => isLikeANumber(plain, number))
  return refused ? { state: 'refused', rest: without(refused) } : { state: 'none', rest: text }

  function without(run: Run): string {
    const plus =
      /(?:\(?\+|(?<!\p{L})plus)\s?\(?$|\(\+?$/u.exec(
        plain.slice(Math.max(0, run.start - 8), run.start),
      )?.[0].length ?? 0
    const span = originalSpan(source, { start: run.start - plus, end: run.end })
    return `${text.slice(0, span.start)}…${text.slice(span.end)}`
  }
}

/** Neighbouring numbers belong together; where they are of one number and one more, the eight digits in one are it. */
function wholeNumbers(plain: string, tokens: readonly NumberToken[]): Run[] {
  const runs: Run[] = []
  for (let first = 0; first < tokens.length; ) {
    const alone = /^\d{8}$/.test(tokens[first]?.digits ?? '')
    let next = first + 1
    while (!alone && next < tokens.length && belongs(plain, tokens, next)) next++
    const part = tokens.slice(first, next)
    const run = wholeRun(plain, part)
    if (run) runs.push(run)
    first = next
  }
  return runs
}

/** Spaces, dots and hyphens join; a range such as "10-12" among spaced numbers stands alone, and so does a glued number. */
function belongs(plain: string, tokens: readonly NumberToken[], at: number): boolean {
  const gap = gapBefore(plain, tokens, at)
  if (/^\d{8}$/.test(tokens[at]?.digits ?? '') && /\s/.test(gap)) return isPrefix(tokens, at)
  const words = tokens[at]?.kind === 'spoken' || tokens[at - 1]?.kind === 'spoken'
  if (!(words ? /^[\s,.-]{0,3}$/ : /^(?!\.\s)[\s.()/-]{0,3}$/).test(gap)) return false
  const after = at + 1 < tokens.length ? gapBefore(plain, tokens, at + 1) : ''
  const startsRange = gap === ' ' && /^\s?-\s?$/.test(after)
  return !startsRange || isPrefix(tokens, at)
}

function isPrefix(tokens: readonly NumberToken[], at: number): boolean {
  return /^(?:00)?45$/.test(tokens[at - 1]?.digits ?? '')
}

/** Eight digits, or null when this is no Danish number. Bare digits among words have to be grouped as one. */
function nationalDigits(plain: string, run: Run): string | null {
  const { digits } = run
  if (isAmount(plain, run) || isPartOfLonger(plain, run)) return null
  if (hasPlus(plain, run)) return /^45\d{8}$/.test(digits) ? digits.slice(2) : null
  if (digits.length === 8) return isAlone(plain, run) || isDanish(plain, run) ? digits : null
  return /^(?:00)?45(\d{8})$/.exec(digits)?.[1] ?? null
}

function isAlone(plain: string, { start, end }: Run): boolean {
  return !/[\p{L}\d]/u.test(plain.slice(0, start) + plain.slice(end)) && !DATE.test(plain.trim())
}

const DATE =
  /^(?:18|19|20)\d\d\s?-\s?(?:18|19|20)\d\d$|^\d{1,2}[./-]\d{1,2}[./-](?:18|19|20)\d\d$|^(?:18|19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}$/

function hasPlus(plain: string, { start }: Run): boolean {
  return /(?:\+|(?<!\p{L})plus)\s?\(?$/u.test(plain.slice(Math.max(0, start - 8), start))
}

/**
 * Geographic, mobile and 70 numbers: of a possible length, and not one that libphonenumber knows to have its own price.
 * Series that it holds to be unused are taken: the plan grows faster than its tables.
 */
function isCallable(digits: string): boolean {
  if (!/^[2-9]/.test(digits) || /^[89]0/.test(digits)) return false
  const number = parsePhoneNumberFromString(`+45${digits}`)
  return number?.isPossible() === true && !OWN_PRICE.has(number.getType() ?? '')
}

const OWN_PRICE: ReadonlySet<string> = new Set([
  'PREMIUM_RATE',
  'TOLL_FREE',
  'SHARED_COST',
  'UAN',
  'PAGER',
])

/** Seven digits or more in a phone's grouping, or fewer that stand alone or behind a word for phone. */
function isLikeANumber(plain: string, run: Run): boolean {
  const { digits, gaps, tokens } = run
  if (hasPlus(plain, run)) return true
  if (isAmount(plain, run) || isPartOfLonger(plain, run) || digits.length > 17) return false
  const called = labelBefore(plain, run)
  if (isAlone(plain, run) && digits.length >= 3)
    return digits.length >= 7 || gaps.every((gap) => gap === ' ')
  if (called === 'business') return false
  if (digits.length < 7) return called === 'phone' && digits.length >= 3 && tokens.length === 1
  const even = gaps.every((gap) => gap === gaps[0] && gap !== '.')
  return called === 'phone' || (even && (digits.length !== 8 || isDanish(plain, run)))
}
