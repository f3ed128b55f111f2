import { findAccounts } from './mask-account.ts'
import { findCards } from './mask-card.ts'
import { findCpr } from './mask-cpr.ts'
import { findEmails } from './mask-email.ts'
import type { Span } from './plain-text.ts'
import type { NumberToken } from './read-numbers.ts'

/** Everything personal that a callback number must not be cut out of. */
export function findOtherThanPhones(plain: string, tokens: readonly NumberToken[]): Span[] {
  return [
    ...findEmails(plain),
    ...findAccounts(plain, tokens),
    ...findCards(plain, tokens),
    ...findCpr(plain, tokens),
  ]
}
