import type { MaskKind } from '#conversation/events.ts'
import { coverage } from './coverage.ts'
import { findAccounts } from './mask-account.ts'
import { findCards } from './mask-card.ts'
import { findCpr } from './mask-cpr.ts'
import { findEmails } from './mask-email.ts'
import type { Span } from './plain-text.ts'
import { type NumberToken, readNumbers } from './read-numbers.ts'

export type PersonalSpan = Span & { kind: MaskKind }

/**
 * Everything personal but phone numbers, without overlap: what a callback number must not be cut out of.
 * `joined`: the numbers of the text, tens and units joined.
 */
export function findOtherThanPhones(
  plain: string,
  joined: readonly NumberToken[] = readNumbers(plain, 'joined'),
): PersonalSpan[] {
  const found: PersonalSpan[] = []
  const covered = coverage([])
  take('email', findEmails(plain))
  if (holdsFewDigits(joined)) return found
  take('account', findAccounts(plain, untouched(joined, found)))
  take('card', findCards(plain, untouched(joined, found)))
  take('cpr', findCpr(plain, untouched(joined, found)))
  const apart = readNumbers(plain, 'apart')
  if (apart.length !== joined.length) take('cpr', findCpr(plain, untouched(apart, found)))
  return found

  function take(kind: MaskKind, spans: readonly Span[]): void {
    for (const span of spans) {
      if (covered.touches(span)) continue
      covered.add(span)
      found.push({ ...span, kind })
    }
  }
}

/**
 * "en", "to", "kl. 12". Three digits may already be a CPR number: with letters for all others (O1O1O5-llll), or its last
 * four as "twenty one five", which are three when tens and units are joined.
 */
export function holdsFewDigits(tokens: readonly NumberToken[]): boolean {
  return tokens.reduce((sum, { digits }) => sum + digits.length, 0) < 3
}

/** The numbers that no span has touched. */
export function untouched(tokens: readonly NumberToken[], spans: readonly Span[]): NumberToken[] {
  const covered = coverage(spans)
  return tokens.filter((token) => !covered.touches(token))
}
