import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { EventType } from '#conversation/events.ts'
import { openSharedHouse } from '#tests/kit/start-talk.ts'
import { allEvents, tellStory } from '#tests/kit/tell-story.ts'

const at = z.iso.datetime()
const id = z.string().max(64)
const slot = z.strictObject({ from: at, to: at })
const place = {
  channel: z.enum(['web-chat', 'sms', 'voice', 'bot-framework', 'terminal']),
  address: id.max(90),
}
const language = z.enum(['da', 'en'])
const value = z.union([
  z.strictObject({ kind: z.literal('instant'), at }),
  z.strictObject({ kind: z.literal('slot'), slot }),
  z.strictObject({ kind: z.literal('number'), number: z.number() }),
  z.strictObject({ kind: z.literal('reference'), reference: z.string().regex(/^\d{7}$/) }),
  z.strictObject({ kind: z.literal('staff'), staffId: id }),
  z.strictObject({ kind: z.literal('reply'), reply: id, count: z.number() }),
  z.strictObject({ kind: z.literal('phone-end'), utteranceId: id }),
  z.strictObject({ kind: z.literal('topic'), articleId: id }),
])
const saying = z.union([
  z.strictObject({ from: z.literal('article'), articleId: id, version: id, part: id }),
  z.strictObject({
    from: z.literal('intent'),
    intent: id,
    reply: id,
    version: id,
    slots: z.record(z.string(), value),
  }),
])
const slots = z.array(slot)
const asks = z.union([
  z.strictObject({ for: z.enum(['nothing', 'choice']) }),
  z.strictObject({ for: z.literal('person'), reason: id }),
  z.strictObject({ for: z.enum(['callback', 'callback-number', 'callback-change']), slots }),
  z.strictObject({ for: z.literal('callback-slot'), slots, phoneOf: id }),
])
const choice = z.string().max(90)
const spoken = { ...place, id, language, says: z.array(saying), choices: z.array(choice), asks }
const said = z.union([
  z.strictObject({ via: z.literal('typed') }),
  z.strictObject({ via: z.literal('chosen'), choice }),
  z.strictObject({ via: z.literal('form'), slot }),
])
const understood = z.strictObject({
  intent: id,
  score: z.number(),
  ranked: z.array(z.strictObject({ articleId: id, score: z.number() })),
  model: id,
  ms: z.number(),
})
const event = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ at, type: z.string(), ...shape })
const staffId = id
const callback = z.strictObject({
  reference: id,
  means: z.enum(['phone', 'sms', 'here']),
  slot,
  queue: id,
  phoneOf: id,
})

/** The contract of `events.ts` again, so that a key that slips in is found, whichever way it came. */
const contract: Record<EventType, z.ZodType> = {
  'conversation-started': event({ ...place, language }),
  'utterance-received': event({
    utterance: z.strictObject({
      ...place,
      id,
      said,
      masked: z.array(z.enum(['cpr', 'email', 'card', 'account', 'phone'])),
      phone: z.enum(['none', 'given', 'refused']),
    }),
  }),
  'utterance-settled': event({ utteranceId: id }),
  'reply-chosen': event({
    reply: z.strictObject({ ...spoken, utteranceIds: z.array(id), outcome: id, understood }),
  }),
  'notice-sent': event({ notice: z.strictObject(spoken) }),
  'handoff-requested': event({ queue: id, reason: id }),
  'handoff-queued': event({ queue: id, reference: id }),
  'handoff-failed': event({ queue: id }),
  'handoff-accepted': event({ staffId }),
  'handoff-overdue': event({}),
  'handoff-returned': event({ by: z.enum(['staff', 'citizen']) }),
  'handoff-paused': event({}),
  'holder-lost': event({ staffId }),
  'staff-message-sent': event({ message: z.strictObject({ ...place, id, staffId }) }),
  'alarm-raised': event({ alarm: z.literal('crisis'), intent: id }),
  'callback-promised': event({ callback }),
  'callback-attempted': event({ staffId, outcome: z.enum(['reached', 'tried', 'not-reached']) }),
  'callback-cancelled': event({ by: z.enum(['citizen', 'erasure']) }),
  'wrap-up-written': event({ staffId, noteId: id }),
  'note-written': event({ staffId, noteId: id }),
  'delivery-reported': event({
    messageId: id,
    delivery: z.union([
      z.strictObject({ status: z.literal('sent'), providerRef: id }),
      z.strictObject({ status: z.literal('delivered') }),
      z.strictObject({ status: z.literal('failed'), code: z.string().regex(/^[\w-]{1,40}$/) }),
    ]),
  }),
  'opted-out': event({ address: id }),
  'opted-in': event({ address: id }),
  'conversation-closed': event({ disposition: id, by: z.enum(['staff', 'citizen', 'time']) }),
  'conversation-reopened': event({ staffId }),
  'feedback-given': event({
    replyId: id,
    helped: z.boolean(),
    about: z.nullable(z.strictObject({ articleId: id, version: id, part: id })),
  }),
  'feedback-commented': event({ replyId: id, commentId: id }),
  'text-erased': event({}),
}

describe('I6 no payload gets past a channel', () => {
  it('every event of a night and a morning has the keys of the contract and no others', async () => {
    const shared = await openSharedHouse()
    await tellStory(shared)
    const events = await allEvents(shared)
    await shared.house.close()
    const faults = events.flatMap((one) => {
      const read = contract[one.type].safeParse(one)
      return read.success ? [] : [`${one.type}: ${JSON.stringify(read.error.issues)}`]
    })
    expect(faults).toEqual([])
    const seen = new Set(events.map(({ type }) => type))
    expect(Object.keys(contract).filter((type) => !seen.has(type as EventType))).toEqual([])
  })
})
