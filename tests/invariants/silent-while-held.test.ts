import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEngine } from '#dialogue/testing/start-engine.ts'
import { openSharedHouse, type SharedHouse, startTalk, type Talk } from '#tests/kit/start-talk.ts'

const texts = [
  'Hvad koster et pas?',
  'hej',
  'tak',
  'menneske',
  'ja',
  'nej tak',
  'STOP nu',
  '20 00 01 23',
  'jeg vil ikke leve mere',
  'What does a passport cost?',
  'gentag',
]

const MINUTE_MS = 60_000

let shared: SharedHouse
beforeAll(async () => {
  shared = await openSharedHouse()
  shared.house.presence.enter('mette')
})
afterAll(() => shared.house.close())

describe.each(['web-chat', 'sms', 'terminal'] as const)(
  'I4 while staff hold a talk on %s',
  (channel) => {
    async function held(): Promise<Talk> {
      const talk = await startTalk({ channel, shared })
      await talk.says('jeg vil tale med et menneske')
      await shared.house.engine.staffActs.claim(talk.conversationId, 'mette')
      return talk
    }
    const spoken = async (talk: Talk) =>
      (await talk.events()).filter(({ type }) => type === 'reply-chosen' || type === 'notice-sent')
        .length

    it('the bot says nothing, whatever is written and however long it takes', async () => {
      const talk = await held()
      const before = await spoken(talk)
      for (const text of texts) {
        await talk.receives(text)
        await talk.passes(5_000)
      }
      await talk.passes(40 * 60_000)
      expect(
        (await talk.events()).filter(({ type }) => type === 'utterance-received'),
      ).toHaveLength(texts.length + 1)
      expect(await spoken(talk)).toBe(before)
    })

    it.each(['the citizen', 'staff'])('the bot says nothing in a silence after %s', async (who) => {
      const talk = await held()
      await talk.receives('tak')
      await talk.passes(5_000)
      const { staffActs } = shared.house.engine
      if (who === 'staff') await staffActs.say(talk.conversationId, 'mette', 'Et øjeblik.', 'm1')
      const before = await spoken(talk)
      for (const minutes of [4, 6, 16, 6, 60, 24 * 60, 3 * 24 * 60]) {
        await talk.passes(minutes * MINUTE_MS)
        expect(await spoken(talk)).toBe(before)
      }
      expect((await talk.events()).at(-1)?.type).not.toBe('conversation-closed')
    })

    it('the bot has the word again after the return, and answers what nobody has', async () => {
      const talk = await held()
      const { staffActs } = shared.house.engine
      await talk.receives('Hvad koster et pas?')
      await staffActs.say(talk.conversationId, 'mette', 'Det koster 893 kr.', 'm1')
      await talk.receives('hej')
      await talk.passes(5_000)
      await staffActs.returnToBot(talk.conversationId, 'mette')
      await expect
        .poll(async () => (await talk.lastEvent('reply-chosen'))?.reply.outcome)
        .toBe('small-talk')
      expect((await talk.lastEvent('reply-chosen'))?.reply.utteranceIds).toHaveLength(1)
    })
  },
)

describe.each([1, 2, 3])('I4 staff who come while the bot thinks, at attempt %i', (attempt) => {
  it.each(['web-chat', 'sms'] as const)(
    'hear nothing of it on %s, however often it began anew',
    async (channel) => {
      await using stage = await startEngine()
      stage.present.add('mette')
      stage.understands(() => ({ kind: 'human', article: null }))
      const id = await stage.start(channel)
      await stage.says(id, 'menneske')
      stage.forward(5_000)
      const has = async (type: string) => (await stage.events(id)).some((one) => one.type === type)
      await stage.until(() => has('handoff-queued'))
      let attempts = 0
      stage.understands(async () => {
        attempts += 1
        if (attempts < attempt) await stage.says(id, 'og en ting til')
        if (attempts === attempt) await stage.engine.staffActs.claim(id, 'mette')
        return { kind: 'crisis', intent: 'crisis-suicide', article: null }
      })
      await stage.says(id, 'en ting')
      stage.forward(5_000)
      await stage.until(() => has('alarm-raised'))
      const events = await stage.events(id)
      const since = events.slice(events.findIndex(({ type }) => type === 'handoff-accepted'))
      expect(since.map(({ type }) => type)).not.toContain('reply-chosen')
      expect(since.map(({ type }) => type)).not.toContain('notice-sent')
    },
  )
})
