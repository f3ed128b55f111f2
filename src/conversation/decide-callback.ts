import { askSlot, askSlotOn, canPromise, failed, slotWished } from './ask-slot.ts'
import { type Conversation, hasOpenCallback } from './conversation.ts'
import { promiseSlots } from './decide-handoff.ts'
import type { CallbackPromise, Choice, ConversationEvent, Slot, Slots } from './events.ts'
import type { Findings } from './findings.ts'
import { askFormAgain } from './resume-form.ts'
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
  if (found.kind === 'callback-doubted' && isAsked)
    return [answerDoubt(c, findings, s, found.reply)]
  if (found.kind === 'number-given' && (isAsked || hasOpenCallback(c)))
    return (
      correctNumber(c, findings, s, found.utteranceId) ?? [
        askSlot(c, findings, s, found.utteranceId),
      ]
    )
  if (found.kind === 'no' && isAsked)
    return hasPhoneCallback(c) ? cancel(c, findings, s) : [declined(c, findings, s)]
  switch (asks.for) {
    case 'nothing':
    case 'choice':
    case 'end':
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
      if (found.kind === 'day-wished') {
        const slot = slotWished(found, s)
        return slot
          ? promisePhone(c, findings, s, slot, asks.phoneOf)
          : [askSlotOn(c, findings, s, asks.phoneOf, found)]
      }
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

/** "nej vent, nummeret er …": the promise that was just made, on the other number. */
function correctNumber(c: Conversation, findings: Findings, s: Surroundings, phoneOf: string) {
  const { asks, callback } = c
  if (asks.for === 'callback-slot' || asks.for === 'callback-number') return undefined
  if (callback?.means !== 'phone' || callback.state !== 'open' || callback.slot.from <= s.at)
    return undefined
  const { reference, means, slot, queue } = callback
  const corrected = { reference, means, slot, queue, phoneOf } as const
  return [
    { type: 'callback-promised', at: s.at, callback: corrected } as const,
    promised(c, findings, s, corrected),
  ]
}

function answerDoubt(c: Conversation, findings: Findings, s: Surroundings, name: string) {
  const { asks, choices } = c
  const says = [fixed(s, name), ...askFormAgain(c, s)]
  return replyTo(c, findings, s, { outcome: 'handed-off-callback', says, asks, choices })
}

/** A page may ask for any time, and a time may have begun since it was offered: only what we can keep is promised. */
function isOnOffer(slot: Slot, { asks }: Conversation, { at, desk }: Surroundings): boolean {
  const wished = desk.slotsOn(slot.from.slice(0, 10))
  const offered = [...('slots' in asks ? asks.slots : []), ...desk.slots, ...wished]
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
