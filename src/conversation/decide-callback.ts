import { type Conversation, hasOpenCallback } from './conversation.ts'
import { promiseSlots } from './decide-handoff.ts'
import type { CallbackPromise, Choice, ConversationEvent, Saying, Slot, Slots } from './events.ts'
import type { Findings } from './findings.ts'
import { fixed, replyTo } from './say.ts'
import { sayCallback } from './say-callback.ts'
import type { Surroundings } from './surroundings.ts'

/** Arranging a callback, from the offer to the promise. Undefined when the turn is about something else. */
export function decideCallback(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
): ConversationEvent[] | undefined {
  const form = c.unanswered.findLast(({ said }) => said.via === 'form')
  if (form?.said.via === 'form') return promisePhone(c, findings, s, form.said.slot, form.id)
  const found = findings.understanding
  if (found.kind === 'callback-asked' && c.callback?.means === 'phone')
    return [sayCallback(c, findings, s, c.callback)]
  const { asks } = c
  if (found.kind === 'chosen') {
    if (found.choice === 'call-me') return [askNumber(c, findings, s)]
    if (found.choice === 'write-here' && canWaitHere(c)) return promiseHere(c, findings, s)
    if (found.choice === 'no-thanks' && hasPhoneCallback(c)) return cancel(c, findings, s)
    const slot = slotOf(found.choice)
    return slot && pickSlot(c, findings, s, slot)
  }
  const isAsked = asks.for.startsWith('callback')
  if (found.kind === 'number-given' && (isAsked || hasOpenCallback(c)))
    return [askSlot(c, findings, s, found.utteranceId)]
  if (found.kind === 'no' && isAsked)
    return hasPhoneCallback(c) ? cancel(c, findings, s) : [declined(c, findings, s)]
  switch (asks.for) {
    case 'nothing':
    case 'choice':
    case 'person':
      return undefined
    case 'callback':
      if (found.kind === 'yes') return [askNumber(c, findings, s)]
      if (found.kind === 'day-wished') return [askNumberFor(c, findings, s, found.day)]
      if (found.kind === 'number-refused')
        return [askNumber(c, findings, s, 'human.number-refused')]
      return undefined
    case 'callback-number':
      if (found.kind === 'day-wished') return [askNumberFor(c, findings, s, found.day)]
      if (found.kind === 'number-refused')
        return [askNumber(c, findings, s, 'human.number-refused')]
      if (found.kind === 'yes') {
        return c.channel === 'sms'
          ? [askSlot(c, findings, s, 'address')]
          : [askNumber(c, findings, s, 'human.number-refused')]
      }
      return undefined
    case 'callback-slot':
      if (found.kind === 'slot-chosen')
        return promisePhone(c, findings, s, found.slot, asks.phoneOf)
      if (found.kind === 'day-wished') return [askSlotFor(c, findings, s, asks.phoneOf, found.day)]
      if (found.kind === 'yes' || found.kind === 'not-understood' || found.kind === 'unknown')
        return [askSlot(c, findings, s, asks.phoneOf, 'human.slot-refused')]
      return undefined
    case 'callback-change':
      if (found.kind === 'correction' && c.callback)
        return [askSlot(c, findings, s, c.callback.phoneOf)]
      return undefined
  }
}

function slotOf(choice: Choice): Slot | undefined {
  const [, from, to] = /^slot:([^/]+)\/(.+)$/.exec(choice) ?? []
  return from !== undefined && to !== undefined ? { from, to } : undefined
}

/** A press on a time: it may stand on a message from long ago. */
function pickSlot(c: Conversation, findings: Findings, s: Surroundings, slot: Slot) {
  const phoneOf = c.asks.for === 'callback-slot' ? c.asks.phoneOf : c.callback?.phoneOf
  return phoneOf === undefined
    ? [askNumber(c, findings, s)]
    : promisePhone(c, findings, s, slot, phoneOf)
}

function canWaitHere({ channel, handledBy }: Conversation): boolean {
  return channel === 'sms' && handledBy === 'bot'
}

function hasPhoneCallback(c: Conversation): boolean {
  return hasOpenCallback(c) && c.callback?.means === 'phone'
}

function askNumber(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  name = 'human.ask-number',
  slots: Slots = {},
): ConversationEvent {
  if (!canPromise(s)) return failed(c, findings, s)
  return replyTo(c, findings, s, {
    outcome: 'handed-off-callback',
    says: [fixed(s, name, slots)],
    choices: ['no-thanks'],
    asks: { for: 'callback-number', slots: s.desk.slots },
  })
}

/** Whoever wants a day on which we are closed hears so before the number is asked for. */
function askNumberFor(c: Conversation, findings: Findings, s: Surroundings, day: string) {
  const [slot] = s.desk.slots
  if (!slot || !s.desk.isClosedOn(day)) return askNumber(c, findings, s)
  const slots = {
    'closed-day': { kind: 'closed-day', date: day },
    slot: { kind: 'slot', slot },
  } as const
  return askNumber(c, findings, s, 'human.ask-number-closed-day', slots)
}

function askSlotFor(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  phoneOf: string,
  day: string,
): ConversationEvent {
  if (!s.desk.isClosedOn(day)) return askSlot(c, findings, s, phoneOf, 'human.slot-refused')
  const slots = { 'closed-day': { kind: 'closed-day', date: day } } as const
  return askSlot(c, findings, s, phoneOf, 'human.ask-slot-closed-day', slots)
}

/** Offers the times of now: those that were offered before may have passed. */
function askSlot(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  phoneOf: string,
  name = 'human.ask-slot',
  more: Slots = {},
): ConversationEvent {
  if (!canPromise(s)) return failed(c, findings, s)
  const { slots } = s.desk
  return replyTo(c, findings, s, {
    outcome: 'handed-off-callback',
    says: [sayTwoSlots(s, name, slots, more)],
    choices: slots.map(({ from, to }) => `slot:${from}/${to}` as const),
    asks: { for: 'callback-slot', slots, phoneOf },
  })
}

function sayTwoSlots(s: Surroundings, name: string, slots: readonly Slot[], more: Slots): Saying {
  const [first, second = first] = slots
  if (!first || !second) return fixed(s, 'human.failed')
  return fixed(s, name, {
    ...more,
    slot: { kind: 'slot', slot: first },
    'other-slot': { kind: 'slot', slot: second },
  })
}

function canPromise({ desk }: Surroundings): boolean {
  return desk.accepting && desk.slots.length > 0
}

function failed(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  const says = [fixed(s, 'human.failed')]
  return replyTo(c, findings, s, { outcome: 'handed-off-failed', says })
}

function promisePhone(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  slot: Slot,
  phoneOf: string,
): ConversationEvent[] {
  const { at, desk, fresh } = s
  if (!canPromise(s)) return [failed(c, findings, s)]
  if (!isOnOffer(slot, c, s)) return [askSlot(c, findings, s, phoneOf, 'human.slot-refused')]
  const { reference } = fresh
  const callback = { reference, means: 'phone', slot, queue: desk.queue, phoneOf } as const
  return [
    ...(c.handoff ? [] : [requested(s)]),
    { type: 'callback-promised', at, callback },
    // Who is called back no longer waits: one promise at a time.
    ...(c.handledBy === 'queue' ? [{ type: 'handoff-returned', at, by: 'citizen' } as const] : []),
    promised(c, findings, s, callback),
  ]
}

/** A page may ask for any time, and a time may have begun since it was offered: only what we can keep is promised. */
function isOnOffer(slot: Slot, { asks }: Conversation, { at, desk }: Surroundings): boolean {
  const offered = 'slots' in asks ? [...asks.slots, ...desk.slots] : desk.slots
  const isAhead = Date.parse(slot.from) > Date.parse(at)
  return isAhead && offered.some(({ from, to }) => from === slot.from && to === slot.to)
}

function promised(c: Conversation, findings: Findings, s: Surroundings, callback: CallbackPromise) {
  return replyTo(c, findings, s, {
    outcome: 'handed-off-callback',
    says: [fixed(s, 'human.promised-phone', promiseSlots(callback, c))],
    asks: { for: 'callback-change', slots: s.desk.slots },
  })
}

/** We write back here by the promised time; until then the conversation waits in the queue. */
function promiseHere(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent[] {
  const { at, desk, fresh } = s
  const [slot] = desk.slots
  if (!slot || !canPromise(s)) return [failed(c, findings, s)]
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
