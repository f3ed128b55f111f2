import { gapBefore } from './number-runs.ts'
import type { Span } from './plain-text.ts'
import type { NumberToken } from './read-numbers.ts'

/** A date in a text; `next` is the index of the first number after it. */
export type DateFound = Span & { next: number; style: 'numbers' | 'words' }

/** Dates with a year that a person may be born on, in every reading: 7/11-68, 9. maj 2019, March 14th 1979, 1990-12-17. */
export function datesOf(plain: string, tokens: readonly NumberToken[]): DateFound[] {
  return tokens.flatMap((first, i) => {
    const second = tokens[i + 1]
    if (!second) return compactDate(first, i)
    const joint = gapBefore(plain, tokens, i + 1)
    if (first.kind === 'typed' && first.digits.length === 4 && isYear(first.digits))
      return isoDate(plain, tokens, i)
    const [day, month] = first.kind === 'month' ? [second, first] : [first, second]
    if (!isDay(day) || !isMonth(month) || !JOINT.test(joint)) return compactDate(first, i)
    if (first.kind === 'month' && second.digits.length > 2) return []
    const style = [first, second].some(isInWords) ? 'words' : 'numbers'
    return years(plain, tokens, i + 2).map(({ end, next }) => ({
      start: first.start,
      end,
      next,
      style,
    }))
  })
}

/** ddmmyy and ddmmyyyy in one. */
function compactDate(token: NumberToken, i: number): DateFound[] {
  const isDate =
    token.kind === 'typed' &&
    /^(?:\d{6}|\d{4}(?:18|19|20)\d\d)$/.test(token.digits) &&
    isDayAndMonth(token.digits)
  return isDate ? [{ start: token.start, end: token.end, next: i + 1, style: 'numbers' }] : []
}

/** The first four digits are a day of a month; 29 February always is. */
export function isDayAndMonth(digits: string): boolean {
  return isDayOf(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)))
}

/** The day plus 60, as in the numbers that hospitals give to people without a CPR number. */
export function isReplacementDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2)) - 60
  return isDayOf(day, Number(digits.slice(2, 4)))
}

function isDayOf(day: number, month: number): boolean {
  return day >= 1 && day <= (DAYS[month - 1] ?? 0)
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isYear(digits: string): boolean {
  return /^(?:18|19|20)\d\d$/.test(digits)
}

function isoDate(plain: string, tokens: readonly NumberToken[], i: number): DateFound[] {
  const [year, month, day] = tokens.slice(i, i + 3)
  if (!year || !month || !day || !isMonth(month) || !isDay(day)) return []
  const gaps = [gapBefore(plain, tokens, i + 1), gapBefore(plain, tokens, i + 2)]
  return gaps.every((gap) => /^[-./]$/.test(gap))
    ? [{ start: year.start, end: day.end, next: i + 3, style: 'numbers' }]
    : []
}

/** The year at this number: 1990, 90, or "nitten halvfems", which may also be the year 19 and more. */
function years(
  plain: string,
  tokens: readonly NumberToken[],
  at: number,
): { end: number; next: number }[] {
  const [first, second] = tokens.slice(at, at + 2)
  if (!first || !/^[\s.\-/,']{0,3}$/.test(gapBefore(plain, tokens, at))) return []
  if (first.kind === 'ordinal' || first.kind === 'month') return []
  const found: { end: number; next: number }[] = []
  if (second && isYear(first.digits + second.digits) && gapBefore(plain, tokens, at + 1) === ' ')
    found.push({ end: second.end, next: at + 2 })
  if (isYear(first.digits) || /^\d\d$/.test(first.digits))
    found.push({ end: first.end, next: at + 1 })
  if (second && /^\d$/.test(first.digits) && /^\d$/.test(second.digits))
    found.push({ end: second.end, next: at + 2 })
  return found
}

const JOINT = /^(?:[\s.,\-/]|\b(?:i|of|den|the|d)\b){0,6}$/

function isInWords({ kind }: NumberToken): boolean {
  return kind === 'month' || kind === 'ordinal'
}

function isDay({ kind, digits }: NumberToken): boolean {
  return kind !== 'month' && digits.length <= 2 && inRange(digits, 31)
}

function isMonth({ kind, digits }: NumberToken): boolean {
  return kind === 'month' || (digits.length <= 2 && inRange(digits, 12))
}

function inRange(digits: string, most: number): boolean {
  return Number(digits) >= 1 && Number(digits) <= most
}
