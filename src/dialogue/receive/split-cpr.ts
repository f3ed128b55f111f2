import { datesOf, isYear } from './birth-dates.ts'
import { isAmount } from './number-labels.ts'
import { runsAt, runsOf } from './number-runs.ts'
import type { Span } from './plain-text.ts'
import type { NumberToken } from './read-numbers.ts'

/** A CPR number told in two: "født 17/12-1990, sidste fire 3351"; date and digits are two spans. */
export function findSplitCpr(plain: string, tokens: readonly NumberToken[]): Span[] {
  return [
    ...afterLastFour(plain, tokens),
    ...afterCprWord(plain, tokens),
    ...afterJoiner(plain, tokens),
  ]
}

/** "de fire sidste er 4462", with the date up to two sentences away on either side, or with the word CPR. */
function afterLastFour(plain: string, tokens: readonly NumberToken[]): Span[] {
  return [...plain.matchAll(LAST_FOUR)].flatMap((match) => {
    const start = match.index
    const end = start + match[0].length
    const outside = tokens.filter(
      (token) =>
        (token.end <= start && start - token.end < WINDOW) ||
        (token.start >= end && token.start - end < WINDOW),
    )
    const four = runsOf(plain, outside, [4], (token) => token.start >= end)[0]
    if (!four || /\p{L}{12}|[.?!]\s.*[.?!]\s/u.test(plain.slice(end, four.start))) return []
    // A label in between: these are the next number's.
    if (four.start - end > 25 || plain.slice(end, four.start).includes('\u25a1')) return []
    const dates = datesOf(plain, outside).filter(
      (date) =>
        (date.end <= start && start - date.end < FAR) ||
        (date.start >= four.end && date.start - four.end < FAR),
    )
    const closest = nearest(dates, start)
    if (closest) return [closest, four]
    const around = plain.slice(0, four.start) + plain.slice(four.end, four.end + NEAR)
    return CPR_WORD.test(around) ? [four] : []
  })
}

/** "cpr 171290 og så 3351": the word in front makes the six digits, and four that follow at once, a CPR number. */
function afterCprWord(plain: string, tokens: readonly NumberToken[]): Span[] {
  return datesOf(plain, tokens).flatMap((date) => {
    if (!CPR_WORD.test(plain.slice(Math.max(0, date.start - NEAR), date.start))) return []
    const [four] = runsAt(plain, tokens, date.next, [4])
    const follows =
      four &&
      /^(?:[\s,.;:/-]|og|så|and|then|efterfulgt af|followed by){1,9}$/.test(
        plain.slice(date.end, four.start),
      )
    if (follows) return [date, four]
    const isCompact = /^\d{6}$/.test(plain.slice(date.start, date.end))
    return isCompact ? [date] : []
  })
}

/** "010105 og så 1111", "1.1.05 efterfulgt af 1111": six digits in one may go on with "og", any date with "followed by". */
function afterJoiner(plain: string, tokens: readonly NumberToken[]): Span[] {
  return datesOf(plain, tokens).flatMap((date) => {
    const [four] = runsAt(plain, tokens, date.next, [4])
    if (!four || isYear(four.digits) || isAmount(plain, four)) return []
    const isCompact = /^\d{6}$/.test(plain.slice(date.start, date.end))
    const joiner = isCompact ? JOINER : FOLLOWED_BY
    return joiner.test(plain.slice(date.end, four.start)) ? [date, four] : []
  })
}

function nearest<Found extends Span>(spans: readonly Found[], at: number): Found | undefined {
  return spans.toSorted(
    (a, b) => Math.abs(a.start - at) - Math.abs(b.start - at) || b.end - a.end,
  )[0]
}

const JOINER =
  /^[\s,.;:]*(?:(?:og|and|så|then|plus|bagefter|derefter|herefter|efterfulgt af|followed by)[\s,.;:]*){1,3}$/
const FOLLOWED_BY =
  /^[\s,.;:]*(?:og |and )?(?:efterfulgt af|followed by|derefter|bagefter)[\s,.;:]*$/
const NEAR = 40
const FAR = 120
/** Holds every date that is not too far, and the four digits. */
const WINDOW = FAR + 80
const LAST_FOUR =
  /(?<!\p{L})(?:(?:sidste|seneste|last|final)\s(?:fire|4|four)|(?:fire|4|four)\s(?:sidste|seneste|last|final)|slutter på|ender på|ending (?:in|with)|ends (?:in|with)|kontrolcifre(?:ne)?|løbenummer)(?:\s(?:cifre|tal|numre|digits|numbers))?(?!\p{L})/gu
const CPR_WORD = /cpr|personn?(?:ummer|r)|civil registration/
