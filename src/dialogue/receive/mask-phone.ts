import { isYear } from './birth-dates.ts'
import { coverage } from './coverage.ts'
import { isAmount, isCalledThing, labelBefore } from './number-labels.ts'
import { gapBefore, isPartOfLonger, type Run, runsOf } from './number-runs.ts'
import type { Span } from './plain-text.ts'
import type { NumberToken } from './read-numbers.ts'

/** Phone numbers of people: Danish ones in the usual spellings, and any with "+" in front; not the public ones. */
export function findPhones(
  plain: string,
  tokens: readonly NumberToken[],
  publicNumbers: ReadonlySet<string>,
): Span[] {
  const mayBeAbroad = (token: NumberToken) => /^[04]/.test(token.digits) || hasPlus(plain, token)
  const international = runsOf(plain, tokens, [15, 14, 13, 12, 11, 10, 9, 8], mayBeAbroad)
    .filter((run) => isInternational(plain, run) && !isPaymentLine(plain, run))
    .toSorted(longestFirst)
  const followed = followedEnds(plain, tokens)
  const danish = runsOf(plain, tokens, [8])
    .filter((run) => isDanish(plain, run))
    .toSorted((a, b) => Number(followed.has(a.end)) - Number(followed.has(b.end)))
  const runs = [...international, ...danish]
  const known = coverage(runs.filter(({ digits }) => isPublic(publicNumbers, digits)))
  return runs.filter((run) => !known.touches(run)).map((run) => withPlus(plain, run))
}

function longestFirst(a: Run, b: Run): number {
  return a.start - b.start || b.end - a.end
}

/** "to two zero ...": of two windows on the same numbers, the one that leaves nothing behind it is the number. */
function followedEnds(plain: string, tokens: readonly NumberToken[]): ReadonlySet<number> {
  const followed = tokens.filter(
    (_, i) => i + 1 < tokens.length && gapBefore(plain, tokens, i + 1) === ' ',
  )
  return new Set(followed.map(({ end }) => end))
}

/** +71<000000000000000+12345678<: the line under a giro form. */
function isPaymentLine(plain: string, { start, end }: Span): boolean {
  return /[<\d]\+?$/.test(plain.slice(Math.max(0, start - 2), start)) && plain[end] === '<'
}

function isPublic(publicNumbers: ReadonlySet<string>, digits: string): boolean {
  const national = digits.replace(/^(?:00)?45(?=\d{8}$)/, '')
  return /^3366\d{4}$/.test(national) || publicNumbers.has(national) || publicNumbers.has(digits)
}

function isInternational(plain: string, run: Run): boolean {
  if (run.gaps.some((gap) => !/^[\s.()/-]{0,3}$/.test(gap))) return false
  if (hasPlus(plain, run)) return true
  return /^(?:00)?45[2-9]\d{7}$/.test(run.digits) && !isPartOfLonger(plain, run)
}

function hasPlus(plain: string, { start }: Span): boolean {
  return /(?:\+|\bplus)\s?\(?$/.test(plain.slice(Math.max(0, start - 8), start))
}

function withPlus(plain: string, { start, end }: Span): Span {
  return {
    start: start - (/\+\s?\(?$/.exec(plain.slice(Math.max(0, start - 8), start))?.[0].length ?? 0),
    end,
  }
}

/** Eight digits, grouped as a Danish number, and nothing around them says what else they are. */
export function isDanish(plain: string, run: Run): boolean {
  const { digits, tokens } = run
  if (!/^[2-9]/.test(digits) || isPartOfLonger(plain, run) || isAmount(plain, run)) return false
  // Somebody counts.
  if ('12345678910'.includes(digits)) return false
  const label = labelBefore(plain, run)
  if (label === 'business' || label === 'cpr') return false
  if (tokens.some(({ kind }) => kind === 'spoken')) return hasSpokenGaps(run)
  const [gap = ''] = run.gaps
  if (!GAPS.test(gap) || run.gaps.some((other) => other !== gap)) return false
  const shape = tokens.map(({ digits: group }) => group.length).join('')
  if (!SHAPES.has(shape) || (gap === '.' && !DOTTED.has(shape))) return false
  if (label === 'phone') return true
  return !isSomethingElse(run, shape, gap) && isCalledThing(plain, run) !== 'registered'
}

const GAPS = /^(?:|\s{1,2}|\.|-|\s-\s)$/
const SHAPES = new Set([
  '8',
  '2222',
  '44',
  '233',
  '332',
  '323',
  '26',
  '62',
  '224',
  '422',
  '35',
  '53',
  '11111111',
])

// 25.000.000 is an amount and 55.676098 a degree.
const DOTTED = new Set(['2222', '44', '11111111', '224', '422'])

/** Dates, periods of years, opening hours and postcodes of the city that look like a number. */
function isSomethingElse({ digits, gaps }: Run, shape: string, gap: string): boolean {
  const [first, second] = [digits.slice(0, 4), digits.slice(4)]
  if (shape === '8')
    return (isYear(first) && isMonthAndDay(second)) || (isYear(second) && isMonthAndDay(first))
  if (shape === '224') return gaps.length === 2 && isYear(second)
  if (shape === '422') return isYear(first)
  if (shape === '44' && isYear(first) && isYear(second)) return true
  if (shape === '44' && gap.includes('-')) return isTime(first) && isTime(second)
  return shape === '44' && CITY_POSTCODES.has(first) && CITY_POSTCODES.has(second)
}

function isMonthAndDay(digits: string): boolean {
  const [a, b] = [Number(digits.slice(0, 2)), Number(digits.slice(2))]
  return a > 0 && b > 0 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31))
}

function isTime(digits: string): boolean {
  return Number(digits.slice(0, 2)) <= 24 && /(?:00|15|30|45)$/.test(digits)
}

const CITY_POSTCODES = new Set([
  '2000',
  '2100',
  '2150',
  '2200',
  '2300',
  '2400',
  '2450',
  '2500',
  '2700',
  '2720',
])

function hasSpokenGaps({ gaps }: Run): boolean {
  return gaps.every((gap) => /^[\s,.-]{0,3}$/.test(gap))
}
