import type { Conversation } from './conversation.ts'
import type { ConversationEvent, Saying, Slot, Slots } from './events.ts'
import type { Findings, Understanding } from './findings.ts'
import { fixed, replyTo } from './say.ts'
import type { Surroundings } from './surroundings.ts'

type WishedDay = Extract<Understanding, { kind: 'day-wished' }>

const MOST_OFFERED = 3

/** The slot in which the wished time lies, when the wish leaves no doubt. */
export function slotWished(
  { day, time, orToday }: WishedDay,
  { desk }: Surroundings,
): Slot | undefined {
  if (time === undefined || orToday !== undefined) return undefined
  return desk.slotsOn(day).find(({ from, to }) => from <= time && time < to)
}

/** Offers the times of the day that was wished, or says that we are closed on it. */
export function askSlotOn(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  phoneOf: string,
  wished: WishedDay,
): ConversationEvent {
  const { desk } = s
  const { day, time, orToday } = wished
  const onDay = desk.slotsOn(day)
  if (orToday !== undefined) {
    const either = [desk.slotsOn(orToday)[0], onDay[0]].filter((slot) => slot !== undefined)
    return askSlot(
      c,
      findings,
      s,
      phoneOf,
      either.length > 1 ? 'human.ask-slot' : 'human.slot-refused',
      {},
      either,
    )
  }
  if (onDay.length === 0 && desk.isClosedOn(day)) {
    const slots = { 'closed-day': { kind: 'closed-day', date: day } } as const
    return askSlot(c, findings, s, phoneOf, 'human.ask-slot-closed-day', slots)
  }
  const isRefused = time !== undefined || onDay.length === 0
  return askSlot(
    c,
    findings,
    s,
    phoneOf,
    isRefused ? 'human.slot-refused' : 'human.ask-slot',
    {},
    onDay,
  )
}

/** Offers these times, or those of now: what was offered before may have passed. */
export function askSlot(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  phoneOf: string,
  name = 'human.ask-slot',
  more: Slots = {},
  wanted: readonly Slot[] = [],
): ConversationEvent {
  if (!canPromise(s)) return failed(c, findings, s)
  const others = s.desk.slots.filter(({ from }) => !wanted.some((slot) => slot.from === from))
  // Two are said, so one that was wanted needs company.
  const slots = (wanted.length > 1 ? wanted : [...wanted, ...others]).slice(0, MOST_OFFERED)
  return replyTo(c, findings, s, {
    outcome: 'handed-off-callback',
    says: [sayTwoSlots(s, name, slots, more)],
    choices: slots.map(({ from, to }) => `slot:${from}/${to}` as const),
    asks: { for: 'callback-slot', slots, phoneOf },
  })
}

export function sayTwoSlots(
  s: Surroundings,
  name: string,
  slots: readonly Slot[],
  more: Slots = {},
): Saying {
  const [first, second = first] = slots
  if (!first || !second) return fixed(s, 'human.failed')
  return fixed(s, name, {
    ...more,
    slot: { kind: 'slot', slot: first },
    'other-slot': { kind: 'slot', slot: second },
  })
}

export function canPromise({ desk }: Surroundings): boolean {
  return desk.accepting && desk.slots.length > 0
}

export function failed(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  const says = [fixed(s, 'human.failed')]
  return replyTo(c, findings, s, { outcome: 'handed-off-failed', says })
}
