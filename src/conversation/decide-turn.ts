import { type Conversation, isPaused } from './conversation.ts'
import { decideAnswer } from './decide-answer.ts'
import { decideCallback } from './decide-callback.ts'
import { decideHandoff } from './decide-handoff.ts'
import { decidePaused, decideQueued } from './decide-queued.ts'
import type { ConversationEvent } from './events.ts'
import type { Findings, Understanding } from './findings.ts'
import { fixed, offerPerson, replyTo, speak, topicOf, withRoom } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** The reaction to everything said since the last reply. */
export function decideTurn(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
): ConversationEvent[] {
  if (c.unanswered.length === 0 || (c.optedOut && c.handledBy !== 'staff')) return []
  const found = findings.understanding
  switch (c.handledBy) {
    case 'nobody':
      return []
    case 'staff':
      return found.kind === 'crisis' ? raiseAlarm(c, found.intent, s) : []
    case 'queue':
      if (found.kind === 'crisis') {
        return [...raiseAlarm(c, found.intent, s), signpost(c, findings, found, s)]
      }
      return decideQueued(c, findings, s)
    case 'bot':
      return decideBotTurn(c, findings, s)
  }
}

function decideBotTurn(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent[] {
  const found = findings.understanding
  if (found.kind === 'crisis') return [signpost(c, findings, found, s)]
  const handedOff =
    (isPaused(c) ? decidePaused(c, findings, s) : undefined) ??
    decideCallback(c, findings, s) ??
    wantsPerson(c, findings, s)
  if (handedOff) return handedOff
  if (s.switches.botOff) {
    return [speak(c, findings, s, 'failed-internal', 'fallback.bot-off', offerPerson('no-answer'))]
  }
  return decideAnswer(c, findings, found, s)
}

function wantsPerson(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
): ConversationEvent[] | undefined {
  const found = findings.understanding
  const pressed = found.kind === 'chosen' && found.choice === 'human'
  if (found.kind === 'human' || pressed) return decideHandoff(c, findings, s, 'asked-for-human')
  if (c.asks.for !== 'person') return undefined
  if (found.kind === 'yes') return decideHandoff(c, findings, s, c.asks.reason)
  if (found.kind === 'no') return [speak(c, findings, s, 'small-talk', 'human.declined')]
  return undefined
}

function signpost(
  c: Conversation,
  findings: Findings,
  { intent, article }: Extract<Understanding, { kind: 'crisis' }>,
  s: Surroundings,
): ConversationEvent {
  const again = c.said.includes(`${intent}.lines`)
  const topic = again ? [] : topicOf(article, findings, s)
  const lines = [fixed(s, again ? `${intent}.again` : `${intent}.lines`)]
  const { asks, choices } = c
  return replyTo(c, findings, s, {
    outcome: 'signposted-crisis',
    says: withRoom(c, findings.language, s, lines, topic),
    ...(c.handledBy === 'queue' ? { asks, choices } : offerPerson('crisis')),
  })
}

function raiseAlarm(c: Conversation, intent: string, { at }: Surroundings): ConversationEvent[] {
  return c.handoff?.alarm ? [] : [{ type: 'alarm-raised', at, alarm: 'crisis', intent }]
}
