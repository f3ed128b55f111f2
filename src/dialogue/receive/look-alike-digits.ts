import { isDayAndMonth } from './birth-dates.ts'
import type { Span } from './plain-text.ts'

/** CPR numbers with letters that look like digits among them: O1O1O5-llll. At least three of the ten signs are digits. */
export function findLookAlikeCpr(plain: string): Span[] {
  return [...plain.matchAll(TEN_SIGNS)].flatMap(({ 0: text, index }) => {
    const signs = text.replace(/[^\doil]/g, '')
    const digits = signs.replaceAll('o', '0').replace(/[il]/g, '1')
    const typed = signs.replace(/\D/g, '').length
    if (typed < 3 || typed === 10 || !isDayAndMonth(digits)) return []
    return [{ start: index, end: index + text.length }]
  })
}

const TEN_SIGNS = /(?<![\p{L}\p{N}])[\doil]{6}(?:\s?[-./]\s?|\s)?[\doil]{4}(?![\p{L}\p{N}])/gu
