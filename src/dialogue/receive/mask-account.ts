import { isAmount, labelBefore } from './number-labels.ts'
import { type Run, runsOf } from './number-runs.ts'
import type { Span } from './plain-text.ts'
import type { NumberToken } from './read-numbers.ts'

/** Bank accounts: IBAN, and Danish registration and account numbers that are called so. */
export function findAccounts(plain: string, tokens: readonly NumberToken[]): Span[] {
  return [...ibans(plain), ...danishAccounts(plain, tokens)]
}

function ibans(plain: string): Span[] {
  return [...plain.matchAll(IBAN)].flatMap((match) => {
    const start = match.index
    const text = match[0]
    for (let end = text.length; end > 14; end--) {
      const part = text.slice(0, end)
      if (/\s$/.test(part) || /^[a-z0-9]/.test(text.slice(end))) continue
      const compact = part.replace(/[\s.-]/g, '')
      if (/^dk\d{16}$/.test(compact) || hasRightRemainder(compact))
        return [{ start, end: start + end }]
    }
    return []
  })
}

const IBAN = /(?<![a-z0-9])[a-z]{2}[\s-]?\d{2}(?:[\s.-]?[a-z0-9]){11,30}/g

/** ISO 13616: the rearranged number leaves 1 when divided by 97. */
function hasRightRemainder(iban: string): boolean {
  if (iban.length < 15 || iban.length > 34) return false
  let remainder = 0
  for (const character of iban.slice(4) + iban.slice(0, 4))
    for (const digit of String(Number.parseInt(character, 36)))
      remainder = (remainder * 10 + Number(digit)) % 97
  return remainder === 1
}

function danishAccounts(plain: string, tokens: readonly NumberToken[]): Span[] {
  const isCalled = (token: NumberToken) => labelBefore(plain, token) === 'account'
  const isRegistration = (token: NumberToken) =>
    token.digits.length === 4 && labelBefore(plain, token) === 'registration'
  const called = runsOf(plain, tokens, [14, 13, 12, 11, 10, 9, 8, 7, 6], isCalled).filter(
    (run) => !isAmount(plain, run) && !isDate(plain, run),
  )
  const paired = runsOf(plain, tokens, [14, 13, 12, 11], isRegistration)
  const near = runsOf(plain, tokens, [14, 13, 12, 11, 10], isFour).filter(
    (run) => isPair(run) && isNearAccountWord(plain, run),
  )
  const accounts = [...called, ...paired, ...near]
  const registrations = runsOf(
    plain,
    tokens,
    [4],
    (token) => labelBefore(plain, token) === 'registration',
  ).filter((run) => accounts.some(({ start }) => start >= run.end && start - run.end < 60))
  return [...accounts, ...registrations]
}

function isFour({ digits }: NumberToken): boolean {
  return digits.length === 4
}

/** 1234 5678901: registration and account number. */
function isPair({ tokens }: Run): boolean {
  const [first, second, ...more] = tokens
  return first?.digits.length === 4 && (second?.digits.length ?? 0) >= 6 && more.length === 0
}

function isNearAccountWord(plain: string, { start, end }: Span): boolean {
  return /konto|account|reg\.?\s?n|bank/.test(
    `${plain.slice(Math.max(0, start - 30), start)} ${plain.slice(end, end + 30)}`,
  )
}

function isDate(plain: string, { start, end }: Span): boolean {
  return /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})$/.test(plain.slice(start, end))
}
