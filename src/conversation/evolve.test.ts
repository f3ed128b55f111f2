import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awaitsBot, evolve, newConversation, replay } from './conversation.ts'
import type { ConversationEvent } from './events.ts'
import { AT } from './testing/world.ts'

const slot = { from: AT, to: '2026-06-08T10:00:00.000Z' }
const id = fc.constantFrom('u1', 'u2', 'u3', 'u4')
const staffId = fc.constantFrom('mette', 'jens')
const spoken = { channel: 'sms', address: 'a', language: 'da' } as const
const understood = { intent: 'x', score: 1, ranked: [], model: 'm', ms: 0 }
const says = fc.constantFrom(
  [],
  [{ from: 'intent', intent: 'human', reply: 'noted', version: 'v', slots: {} }] as const,
  [{ from: 'article', articleId: 'p', part: 'main', version: 'v' }] as const,
)
const asks = fc.constantFrom(
  { for: 'nothing' } as const,
  { for: 'callback', slots: [slot] } as const,
)

/** Any event, in any order: a log may hold what today's decisions would never write. */
const event: fc.Arbitrary<ConversationEvent> = fc.oneof(
  fc.constant({ type: 'conversation-started', at: AT, ...spoken } as const),
  id.map((id) => {
    const utterance = {
      id,
      channel: 'sms',
      address: 'a',
      said: { via: 'typed' },
      masked: [],
      phone: 'none',
    } as const
    return { type: 'utterance-received', at: AT, utterance } as const
  }),
  id.map((utteranceId) => ({ type: 'utterance-settled', at: AT, utteranceId }) as const),
  fc.record({ id, utteranceIds: fc.array(id), says, asks }).map((some) => {
    const reply = { ...spoken, ...some, outcome: 'answered', choices: [], understood } as const
    return { type: 'reply-chosen', at: AT, reply } as const
  }),
  fc.record({ id, says, asks }).map((some) => {
    return { type: 'notice-sent', at: AT, notice: { ...spoken, ...some, choices: [] } } as const
  }),
  fc.constantFrom<ConversationEvent>(
    { type: 'handoff-requested', at: AT, queue: 'q', reason: 'crisis' },
    { type: 'handoff-queued', at: AT, queue: 'q', reference: '1' },
    { type: 'handoff-failed', at: AT, queue: 'q' },
    { type: 'handoff-overdue', at: AT },
    { type: 'alarm-raised', at: AT, alarm: 'crisis', intent: 'x' },
    { type: 'handoff-returned', at: AT, by: 'staff' },
    { type: 'callback-cancelled', at: AT, by: 'citizen' },
    { type: 'opted-out', at: AT, address: 'a' },
    { type: 'opted-in', at: AT, address: 'a' },
    { type: 'conversation-closed', at: AT, by: 'time', disposition: 'abandoned' },
    { type: 'text-erased', at: AT },
    { type: 'delivery-reported', at: AT, messageId: 'm', delivery: { status: 'delivered' } },
    {
      type: 'callback-promised',
      at: AT,
      callback: { reference: '1', means: 'here', slot, queue: 'q', phoneOf: 'address' },
    },
  ),
  staffId.map((staffId) => ({ type: 'handoff-accepted', at: AT, staffId }) as const),
  staffId.map((staffId) => ({ type: 'holder-lost', at: AT, staffId }) as const),
  staffId.map((staffId) => ({ type: 'wrap-up-written', at: AT, staffId, noteId: 'n' }) as const),
  staffId.map((staffId) => ({ type: 'note-written', at: AT, staffId, noteId: 'n' }) as const),
  staffId.map((staffId) => {
    const message = { id: 'm', channel: 'sms', address: 'a', staffId } as const
    return { type: 'staff-message-sent', at: AT, message } as const
  }),
  staffId.map(
    (staffId) => ({ type: 'callback-attempted', at: AT, staffId, outcome: 'tried' }) as const,
  ),
)
const events = fc.array(event, { maxLength: 40 })

describe('a log', () => {
  it('of any events replays, and its version counts them', () => {
    fc.assert(
      fc.property(events, (log) => {
        expect(replay(log).version).toBe(log.length)
      }),
    )
  })

  it('replays alike in one go and step by step, and is not changed by it', () => {
    fc.assert(
      fc.property(events, fc.nat(), (log, cut) => {
        const before = JSON.stringify(log)
        const at = log.length === 0 ? 0 : cut % log.length
        const stepwise = log.slice(at).reduce(evolve, replay(log.slice(0, at)))
        expect(stepwise).toEqual(replay(log))
        expect(JSON.stringify(log)).toBe(before)
      }),
    )
  })

  it('never leaves the word to the bot while staff hold the conversation or it is over', () => {
    fc.assert(
      fc.property(events, (log) => {
        const { handledBy, holder } = replay(log)
        if (handledBy !== 'staff') expect(holder).toBeNull()
        if (handledBy === 'staff' || handledBy === 'nobody')
          expect(awaitsBot(replay(log))).toBe(false)
      }),
    )
  })

  it('starts empty', () => {
    expect(replay([])).toEqual(newConversation)
  })
})
