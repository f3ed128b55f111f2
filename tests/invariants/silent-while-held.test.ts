import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
