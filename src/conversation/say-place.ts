import type { Conversation } from './conversation.ts'
import type { ConversationEvent } from './events.ts'
import type { Findings, Understanding } from './findings.ts'
import { fixed, replyTo, topicOf, withRoom } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** Whether a place is ours; if not, which municipality it is and where to turn, and what any municipality can do. */
export function sayPlace(
  c: Conversation,
  findings: Findings,
  found: Extract<Understanding, { kind: 'place' }>,
  s: Surroundings,
): ConversationEvent {
  const slots = { place: { kind: 'name', name: found.municipality } } as const
  if (found.isOurs)
    return replyTo(c, findings, s, { outcome: 'answered', says: [fixed(s, 'place.ours', slots)] })
  const topic = topicOf(found.article, findings, s)
  const lead = [fixed(s, topic.length > 0 ? 'place.anywhere' : 'place.others', slots)]
  const both = withRoom(c, findings.language, s, lead, topic)
  // Where both are too long for a text message the answer is what was asked for.
  const says = topic.length > 0 && both.length === lead.length ? topic : both
  return replyTo(c, findings, s, { outcome: 'answered', says })
}
