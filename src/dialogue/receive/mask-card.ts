import { labelBefore } from './number-labels.ts'
import { isPartOfLonger, runsOf } from './number-runs.ts'
import type { Span } from './plain-text.ts'
import type { NumberToken } from './read-numbers.ts'

/** Payment cards: 13 to 19 digits whose check digit is right (Luhn), or sixteen in fours that are called a card; a security code with them. */
export function findCards(plain: string, tokens: readonly NumberToken[]): Span[] {
  const cards = runsOf(plain, tokens, [13, 14, 15, 16, 17, 18, 19]).filter((run) => {
    const passes = passesLuhn(run.digits)
    if (!passes && run.digits.length !== 16) return false
    if (isPartOfLonger(plain, run) || !run.gaps.every((gap) => /^[\s\-./\\_~*|+'"]*$/.test(gap)))
      return false
    const label = labelBefore(plain, run)
    return label === 'card' || (passes && label !== 'business')
  })
  return cards.length === 0 ? [] : [...cards, ...securityCodes(plain)]
}

/** The three or four digits on the back, told with the number. */
function securityCodes(plain: string): Span[] {
  return [
    ...plain.matchAll(/(?<!\p{L})(?:cv[cv2]|cvc2|kontrolcifre)\D{0,10}(\d{3,4})(?!\d)/gu),
  ].map(({ 0: text, 1: code = '', index }) => ({
    start: index + text.length - code.length,
    end: index + text.length,
  }))
}

function passesLuhn(digits: string): boolean {
  if (/^0+$/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const weighed = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2)
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}
