import { type Conversation, hasOpenCallback } from './conversation.ts'
import { promiseSlots } from './decide-handoff.ts'
import type { CallbackPromise, ConversationEvent, Saying, Slot } from './events.ts'
import type { Findings } from './findings.ts'
import { fixed, replyTo } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** Arranging a callback, from the offer to the promise. Undefined when the turn is about something else. */
export function decideCallback(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
): ConversationEvent[] | undefined {
  const form = c.unanswered.at(-1)
  if (form?.said.via === 'form') return promisePhone(c, findings, s, form.said.slot, form.id)
  const found = findings.understanding
  if (found.kind === 'chosen') {
    if (found.choice === 'call-me') return [askNumber(c, findings, s)]
    if (found.choice === 'write-here' && canWriteLater(c)) return promiseHere(c, findings, s)
    if (found.choice === 'no-thanks' && hasOpenCallback(c)) return cancel(c, findings, s)
  }
  const { asks } = c
  switch (asks.for) {
    case 'nothing':
    case 'choice':
    case 'person':
      return undefined
    case 'callback':
      if (found.kind === 'yes') return [askNumber(c, findings, s)]
      if (found.kind === 'no') return [declined(c, findings, s)]
      if (found.kind === 'number-given')
        return [askSlot(c, findings, s, asks.slots, found.utteranceId)]
      if (found.kind === 'number-refused')
        return [askNumber(c, findings, s, 'human.number-refused')]
      return undefined
    case 'callback-number':
      if (found.kind === 'number-given')
        return [askSlot(c, findings, s, asks.slots, found.utteranceId)]
      if (found.kind === 'number-refused')
        return [askNumber(c, findings, s, 'human.number-refused')]
      if (found.kind === 'yes') {
        return c.channel === 'sms'
          ? [askSlot(c, findings, s, asks.slots, 'address')]
          : [askNumber(c, findings, s, 'human.number-refused')]
      }
      if (found.kind === 'no') return [declined(c, findings, s)]
      return undefined
    case 'callback-slot':
      if (found.kind === 'slot-chosen')
        return promisePhone(c, findings, s, found.slot, asks.phoneOf)
      if (found.kind === 'number-given')
        return [askSlot(c, findings, s, asks.slots, found.utteranceId)]
      if (found.kind === 'yes' || found.kind === 'not-understood' || found.kind === 'unknown') {
        return [askSlot(c, findings, s, asks.slots, asks.phoneOf, 'human.slot-refused')]
      }
      if (found.kind === 'no') return [declined(c, findings, s)]
      return undefined
  }
}

function canWriteLater({ channel }: Conversation): boolean {
  return channel === 'sms'
}

function askNumber(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  name = 'human.ask-number',
) {
  const slots = s.desk.slots
  return replyTo(c, findings, s, {
    outcome: 'handed-off-callback',
    says: [fixed(s, name)],
    choices: ['no-thanks'],
    asks: { for: 'callback-number', slots },
  })
}

function askSlot(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  slots: readonly Slot[],
  phoneOf: string,
  name = 'human.ask-slot',
): ConversationEvent {
  return replyTo(c, findings, s, {
    outcome: 'handed-off-callback',
    says: [sayTwoSlots(s, name, slots)],
    choices: slots.map(({ from, to }) => `slot:${from}/${to}` as const),
    asks: { for: 'callback-slot', slots, phoneOf },
  })
}

function sayTwoSlots(s: Surroundings, name: string, slots: readonly Slot[]): Saying {
  const [first, second = first] = slots
  if (!first || !second) return fixed(s, 'human.failed')
  return fixed(s, name, {
    slot: { kind: 'slot', slot: first },
    'other-slot': { kind: 'slot', slot: second },
  })
}

function promisePhone(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  slot: Slot,
  phoneOf: string,
): ConversationEvent[] {
  const { at, desk, fresh } = s
  const callback = {
    reference: fresh.reference,
    means: 'phone',
    slot,
    queue: desk.queue,
    phoneOf,
  } as const
  return [
    ...(c.handoff ? [] : [requested(s)]),
    { type: 'callback-promised', at, callback },
    // Who is called back no longer waits: one promise at a time.
    ...(c.handledBy === 'queue' ? [{ type: 'handoff-returned', at, by: 'citizen' } as const] : []),
    promised(c, findings, s, callback),
  ]
}

function promised(c: Conversation, findings: Findings, s: Surroundings, callback: CallbackPromise) {
  const says = [fixed(s, 'human.promised-phone', promiseSlots(callback))]
  return replyTo(c, findings, s, { outcome: 'handed-off-callback', says })
}

/** We write back here by the promised time; until then the conversation waits in the queue. */
function promiseHere(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent[] {
  const { at, desk, fresh } = s
  const [slot] = desk.slots
  if (!slot) return [askNumber(c, findings, s)]
  const { reference } = fresh
  const { queue } = desk
  const callback = { reference, means: 'here', slot, queue, phoneOf: 'address' } as const
  const says = [
    fixed(s, 'human.promised-here', {
      by: { kind: 'instant', at: slot.to },
      reference: { kind: 'reference', reference },
    }),
  ]
  return [
    ...(c.handoff ? [] : [requested(s)]),
    { type: 'callback-promised', at, callback },
    { type: 'handoff-queued', at, queue, reference },
    replyTo(c, findings, s, { outcome: 'handed-off-callback', says }),
  ]
}

function requested({ at, desk }: Surroundings): ConversationEvent {
  return { type: 'handoff-requested', at, queue: desk.queue, reason: 'asked-for-human' }
}

function declined(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  return replyTo(c, findings, s, { outcome: 'small-talk', says: [fixed(s, 'human.declined')] })
}

function cancel(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent[] {
  const says = [fixed(s, 'human.callback-cancelled')]
  return [
    { type: 'callback-cancelled', at: s.at, by: 'citizen' },
    replyTo(c, findings, s, { outcome: 'small-talk', says }),
  ]
}
