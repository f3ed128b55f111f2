import type { Conversation } from './conversation.ts'
import type { ConversationEvent, Outcome } from './events.ts'
import type { Findings } from './findings.ts'
import { askFormAgain, isInForm } from './resume-form.ts'
import { fixed, offerPerson, replyTo, speak } from './say.ts'
import type { Surroundings } from './surroundings.ts'

const MAX_UNHELPED_TURNS = 2

/** Never the same fallback twice running, and the second unhelped turn offers a person. */
export function unhelped(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  outcome: Outcome,
  name: string,
): ConversationEvent {
  const again = c.said.includes(`fallback.${name}`)
  if (isInForm(c) && !c.said.includes('human.not-for-call')) {
    const { asks, choices } = c
    const says = [
      fixed(s, again ? 'human.not-for-call' : `fallback.${name}`),
      ...askFormAgain(c, s),
    ]
    return replyTo(c, findings, s, { outcome, says, asks, choices })
  }
  const offered = offerPerson('no-answer')
  if (c.unhelpedTurns + 1 >= MAX_UNHELPED_TURNS) {
    return speak(c, findings, s, 'handed-off-offered', 'human.offered', offered)
  }
  return speak(c, findings, s, outcome, `fallback.${name}${again ? '-again' : ''}`, offered)
}

/** "nej" to a list: what was meant is not in it. The second time in a row a person is offered. */
export function noneOfThem(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
): ConversationEvent {
  const outcome = 'unanswerable-not-understood'
  if (c.unhelpedTurns + 1 < MAX_UNHELPED_TURNS)
    return speak(c, findings, s, outcome, 'conversation.which-none')
  return speak(c, findings, s, 'handed-off-offered', 'human.offered', offerPerson('no-answer'))
}
