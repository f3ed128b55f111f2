import { datesOf, isDayAndMonth, isReplacementDate, isYear } from './birth-dates.ts'
import { findLookAlikeCpr } from './look-alike-digits.ts'
import { isAmount, isCalledThing, isPostcode, labelBefore } from './number-labels.ts'
import { gapBefore, isPartOfLonger, type Run, runsAt, runsOf, SPOKEN_SIGN } from './number-runs.ts'
import type { Span } from './plain-text.ts'
import type { NumberToken } from './read-numbers.ts'
import { findSplitCpr } from './split-cpr.ts'

/**
 * CPR numbers in every spelling: ten digits that start with a day and a month (no modulus 11: it has not held since
 * 2007), a date and four digits, in figures, words or both.
 */
export function findCpr(plain: string, tokens: readonly NumberToken[]): Span[] {
  return [
    ...runsOf(plain, tokens, [9, 10, 11, 12]).filter((run) => isCpr(plain, run)),
    ...datesWithFour(plain, tokens),
    ...findSplitCpr(plain, tokens),
    ...findLookAlikeCpr(plain),
  ]
}

function isCpr(plain: string, run: Run): boolean {
  const { digits } = run
  const label = labelBefore(plain, run)
  if (label === 'cpr') return digits.length < 12 || isDayAndMonth(digits)
  if (digits.length !== 10 && digits.length !== 12) return false
  if (digits.length === 12 && !isYear(digits.slice(4, 8))) return false
  const isDate = isDayAndMonth(digits) || (isClassic(run) && isReplacementDate(digits))
  if (!isDate || isAmount(plain, run) || isPostcode(plain, run)) return false
  if (isOfThing(plain, run)) return false
  if (isThousands(run) || hasTime(run) || isPhoneAndMore(run) || !hasPlainGaps(run)) return false
  return !isPartOfLonger(plain, run) || isClassic(run)
}

/** 071168-2394: so much a CPR number that it may stand inside a longer number. */
function isClassic({ tokens, gaps }: Run): boolean {
  return tokens.length === 2 && tokens[0]?.digits.length === 6 && /^\s?-\s?$/.test(gaps[0] ?? '')
}

/** "faktura 0101051114": ten digits in one that are called an invoice, and that are not by chance a number from before 2007. */
function isOfThing(plain: string, run: Run): boolean {
  if (run.tokens.length !== 1) return false
  const called = isCalledThing(plain, run)
  return called === 'registered' || (called === 'numbered' && !passesModulus11(run.digits))
}

function passesModulus11(digits: string): boolean {
  const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0
}

/** 1.012.901.234 */
function isThousands({ tokens, gaps }: Run): boolean {
  const [, ...rest] = tokens
  return rest.length > 1 && rest.every(({ digits }) => digits.length === 3) && gaps.includes('.')
}

/** 12.06.2027 14.30: the last four are a time. */
function hasTime({ digits, gaps }: Run): boolean {
  return digits.length === 12 && /^[.:]$/.test(gaps.at(-1) ?? '')
}

/** "24111213 50", "24 11 12 13 10-12": eight digits in one, or a range behind spaced pairs. */
function isPhoneAndMore({ digits, tokens, gaps }: Run): boolean {
  const last = gaps.at(-1) ?? ''
  const endsInRange = last.includes('-') && gaps[0] === ' ' && tokens.at(-1)?.digits.length === 2
  return digits.length === 10 && (tokens[0]?.digits.length === 8 || endsInRange)
}

/** Rarer signs may stand before the last four only, commas not behind spaced pairs, commas also between spoken numbers. */
function hasPlainGaps({ digits, tokens, gaps }: Run): boolean {
  let length = 0
  return gaps.every((gap, i) => {
    length += tokens[i]?.digits.length ?? 0
    if (/^\s{0,2}[-./\\_~*|]{0,2}\s{0,2}$/.test(gap) || SPOKEN_SIGN.test(gap)) return true
    const isTight = gaps.slice(0, i).every((before) => !/\s/.test(before))
    if (length === digits.length - 4 && (isTight || gap.includes(')'))) return true
    return tokens[i]?.kind === 'spoken' && /^,\s$/.test(gap)
  })
}

/** 7/11-68-2394, 9. maj 2019-4462, "syvende i ellevte treogtres streg to tre ni fire". */
function datesWithFour(plain: string, tokens: readonly NumberToken[]): Span[] {
  return datesOf(plain, tokens).flatMap(({ start, next, style }) => {
    const gap = gapBefore(plain, tokens, next)
    const [four] = runsAt(plain, tokens, next, [4])
    if (!four || isPartOfLonger(plain, { start, end: four.end }) || isAmount(plain, four)) return []
    if (isPostcode(plain, four) || four.gaps.some((between) => /[.:,]/.test(between))) return []
    const inWords = style === 'words' && four.tokens.every(({ kind }) => kind === 'spoken')
    const joins =
      SPOKEN_SIGN.test(gap) ||
      /^\s?[-/]\s?$/.test(gap) ||
      (style === 'words' && /^ $/.test(gap)) ||
      (inWords && /^, $/.test(gap))
    return joins || (four.tokens.length === 1 && gap === ' ') ? [{ start, end: four.end }] : []
  })
}
