import type { Conversation } from './conversation.ts'
import { decideCallback } from './decide-callback.ts'
import { aheadOf } from './decide-handoff.ts'
import type { Choice, ConversationEvent } from './events.ts'
import type { Findings, Understanding } from './findings.ts'
import { fixed, nothing, replyTo } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * While queued the bot still listens: a callback may be arranged, "nej tak" leaves the queue;
 * everything else is kept for staff and acknowledged once.
 */
export function decideQueued(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
): ConversationEvent[] {
  const found = findings.understanding
  if (isPressed(c, 'leave-queue')) return left(c, findings, s)
  // A no to "shall we call you?" is no to the call; the place in the queue stays.
  if (refuses(found)) {
    return isAskedForCallback(c) ? [noted(c, findings, s, nothing)] : left(c, findings, s)
  }
  const arranged = decideCallback(c, findings, s)
  if (arranged) return arranged
  if (found.kind === 'human' || (found.kind === 'chosen' && found.choice === 'human')) {
    return [alreadyQueued(c, findings, s)]
  }
  return c.notedInQueue ? [] : [noted(c, findings, s, c.asks)]
}

/** While the wait is paused: a no to the call is no to the call, and the place is kept. Undefined when it is about something else. */
export function decidePaused(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
): ConversationEvent[] | undefined {
  if (isPressed(c, 'leave-queue')) return left(c, findings, s)
  if (!refuses(findings.understanding) || !isAskedForCallback(c)) return undefined
  const says = [fixed(s, 'human.place-kept', { opens: { kind: 'instant', at: s.desk.opensAt } })]
  const choices = ['leave-queue'] as const
  return [replyTo(c, findings, s, { outcome: 'handed-off-queued', says, choices })]
}

/** Out of the queue, by the citizen's own wish; a promise to write here goes with it. */
export function leaveQueue({ callback }: Conversation, { at }: Surroundings): ConversationEvent[] {
  const waitsHere = callback?.means === 'here' && callback.state === 'open'
  return [
    ...(waitsHere ? [{ type: 'callback-cancelled', at, by: 'citizen' } as const] : []),
    { type: 'handoff-returned', at, by: 'citizen' },
  ]
}

function isPressed({ unanswered }: Conversation, choice: Choice): boolean {
  const said = unanswered.at(-1)?.said
  return said?.via === 'chosen' && said.choice === choice
}

function refuses(found: Understanding): boolean {
  if (found.kind === 'no') return true
  return found.kind === 'chosen' && (found.choice === 'leave-queue' || found.choice === 'no-thanks')
}

function isAskedForCallback({ asks }: Conversation): boolean {
  return asks.for === 'callback' || asks.for === 'callback-number' || asks.for === 'callback-slot'
}

function left(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent[] {
  const reply = replyTo(c, findings, s, { outcome: 'small-talk', says: [fixed(s, 'human.left')] })
  return [...leaveQueue(c, s), reply]
}

const whileWaiting = ['call-me', 'leave-queue'] as const

function noted(c: Conversation, findings: Findings, s: Surroundings, asks: Conversation['asks']) {
  const says = [fixed(s, 'human.noted')]
  return replyTo(c, findings, s, {
    outcome: 'handed-off-queued',
    says,
    choices: whileWaiting,
    asks,
  })
}

function alreadyQueued(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  const reference = { kind: 'reference', reference: c.handoff?.reference ?? '' } as const
  return replyTo(c, findings, s, {
    outcome: 'handed-off-queued',
    says: [fixed(s, 'human.already-queued', { reference, ahead: aheadOf(s) })],
    choices: whileWaiting,
    asks: c.asks,
  })
}
