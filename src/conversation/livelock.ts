import { type Conversation, evolve } from './conversation.ts'
import type { Occasion } from './decide.ts'
import type { ConversationEvent } from './events.ts'
import type { Findings } from './findings.ts'
import { fixed, offerPerson, replyTo } from './say.ts'
import type { Decision, Surroundings } from './surroundings.ts'

/**
 * A decision that would be taken again and again: a turn that leaves everything unanswered, or a time that is due anew
 * at once. Recorded as it stands it would say the same thing for ever, or nothing at all.
 */
export function isLivelock(c: Conversation, occasion: Occasion, d: Decision, at: string): boolean {
  if (occasion.type === 'time-passed') {
    const again = d.dues.findLast(({ what }) => what === occasion.due)
    return again?.at != null && again.at <= at
  }
  if (occasion.type !== 'turn-interpreted' || c.unanswered.length === 0) return false
  const settles = d.events.reduce(evolve, c).unanswered.length < c.unanswered.length
  switch (c.handledBy) {
    case 'bot':
      return !settles && !c.optedOut
    case 'queue':
    case 'staff':
    case 'nobody':
      // What is kept for staff without a word may stay unanswered; words that answer none of it would come again.
      return !settles && d.events.some(isSaid)
  }
}

/** What is decided instead: where the bot has the word, that we cannot answer. Nothing where it has not, and nothing for a time. */
export function insteadOfLivelock(c: Conversation, occasion: Occasion, s: Surroundings): Decision {
  const speaks = c.handledBy === 'bot' || c.handledBy === 'queue'
  if (occasion.type !== 'turn-interpreted' || !speaks) return { events: [], dues: [] }
  const { asks, choices } = c.handledBy === 'bot' ? offerPerson('no-answer') : c
  const says = [fixed(s, 'fallback.internal')]
  const speech = { outcome: 'failed-internal', says, asks, choices } as const
  return { events: [replyTo(c, nothingFound(occasion.findings), s, speech)], dues: [] }
}

function isSaid({ type }: ConversationEvent): boolean {
  return type === 'reply-chosen' || type === 'notice-sent'
}

function nothingFound({ language, ms }: Findings): Findings {
  const understanding = { kind: 'failed', why: 'internal' } as const
  return { language, understanding, intent: 'none', score: 0, ranked: [], model: 'none', ms }
}
