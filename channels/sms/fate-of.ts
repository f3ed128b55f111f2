import type { OutboxFate } from '#dialogue/ports.ts'
import type { Attempt } from './gateway-api.ts'

/** What an attempt means for the text in the outbox. `attempts` counts this one; `at` is now. */
export function fateOf(
  attempt: Attempt,
  { attempts, inDoubt }: { attempts: number; inDoubt: boolean },
  at: string,
  { random, doubtMs }: { random: number; doubtMs: number },
): OutboxFate {
  const later = (ms: number) => new Date(Date.parse(at) + ms).toISOString()
  switch (attempt.ended) {
    case 'taken':
      return { state: 'sent', providerRef: attempt.providerRef }
    case 'refused':
      return { state: 'dead', reason: attempt.reason }
    case 'unseen':
      // The provider cannot be asked by our reference. Once more is a risk of a double; a third time is a nuisance.
      return inDoubt
        ? { state: 'dead', reason: 'answer-unseen-twice' }
        : { state: 'in-doubt', at: later(doubtMs) }
    case 'not-now': {
      if (attempts >= MOST_ATTEMPTS) return { state: 'dead', reason: attempt.reason }
      const pauseMs = Math.max(attempt.afterMs ?? 0, pauseAfter(attempts, random))
      return { state: 'retry', at: later(pauseMs), reason: attempt.reason }
    }
  }
}

/** About 16 hours at the longest pause: after that an answer is no use to the citizen. */
const MOST_ATTEMPTS = 100
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 600_000

/** Doubles each time; a half of it is random, so that many texts do not come back at once. */
function pauseAfter(attempts: number, random: number): number {
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 20))
  return Math.round(pauseMs * (0.5 + random / 2))
}
