import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FRIDAY_NIGHT } from '#tests/kit/settable-clock.ts'
import { openSharedHouse, type SharedHouse, startTalk, type Talk } from '#tests/kit/start-talk.ts'

const MONDAY_AT_TEN = '2026-06-08T08:00:00.000Z'

describe('own10 · STOP while a callback is promised', () => {
  let shared: SharedHouse
  beforeAll(async () => {
    shared = await openSharedHouse()
  })
  afterAll(() => shared.house.close())

  async function promised(): Promise<Talk> {
    const address = `sms:${crypto.randomUUID()}`
    const talk = await startTalk({ shared, channel: 'sms', address, at: FRIDAY_NIGHT })
    for (const text of ['Hvad koster et nyt pas?', 'MENNESKE', 'RING', 'JA', 'A'])
      await talk.says(text)
    return talk
  }
  function opts(talk: Talk, way: 'out' | 'in') {
    const { dialogue } = talk.house.engine
    return talk.lastEvent('utterance-received').then((heard) => {
      const { address = '' } = heard?.utterance ?? {}
      const said = { via: 'typed' } as const
      const messageId = crypto.randomUUID()
      const incoming = { channel: 'sms', address, messageId, text: 'Stop. Tak', said } as const
      return dialogue.opt(address, way, incoming, '+4520000123')
    })
  }
  const callback = async ({ house, conversationId }: Talk) =>
    (await house.engine.dialogue.standing(conversationId)).callback

  it('the call stays promised; a text of staff is refused with the reason', async () => {
    const talk = await promised()
    await opts(talk, 'out')
    expect(await callback(talk)).not.toBeNull()
    shared.clock.set(MONDAY_AT_TEN)
    const { staffActs } = talk.house.engine
    const { conversationId } = talk
    expect(await staffActs.reportCallback(conversationId, 'mette', 'tried', '')).toEqual({
      state: 'done',
    })
    expect(await staffActs.say(conversationId, 'mette', 'Ring til os', 'm1')).toEqual({
      state: 'opted-out',
    })
    expect(await talk.lastEvent('staff-message-sent')).toBeUndefined()
    expect(await callback(talk)).not.toBeNull()
  })

  it.each([
    ['before the call', [], /^Aftalen står ved magt\. Vi ringer .*ender på 23/],
    ['after a try', ['tried'], /^Vi har ringet .* Vi prøver igen\./],
    ['after the last try', ['not-reached'], /^Vi har ikke kunnet få fat i dig/],
  ] as const)(
    'after START the citizen is told where the call stands: %s',
    async (_, outcomes, told) => {
      const talk = await promised()
      await opts(talk, 'out')
      shared.clock.set(MONDAY_AT_TEN)
      for (const outcome of outcomes)
        await talk.house.engine.staffActs.reportCallback(talk.conversationId, 'mette', outcome, '')
      await opts(talk, 'in')
      expect(await talk.says('hvad blev der af mit opkald?')).toMatch(told)
    },
  )

  it.each([
    'hvad blev der af mit opkald?',
    'Hvornår ringer I til mig?',
    'I ringede ikke',
    'har I glemt at ringe',
    'gælder aftalen stadig',
    'jeg venter stadig på jeres opkald',
    'When will you call me?',
    'you did not call',
  ])('"%s" is a question about the call', async (text) => {
    const talk = await promised()
    expect(await talk.says(text)).toMatch(/Aftalen står ved magt|Our agreement stands/)
  })

  it.each([
    ['aflys opkaldet', 'callback-cancelled'],
    ['jeg vil ikke ringes op alligevel', 'callback-cancelled'],
  ] as const)('"%s" is no question', async (text, event) => {
    const talk = await promised()
    await talk.says(text)
    expect(await talk.lastEvent(event)).toBeDefined()
  })

  it('without a promised call it is any other question', async () => {
    const talk = await startTalk({ shared, channel: 'sms' })
    expect(await talk.says('hvornår ringer I til mig?')).not.toMatch(/Aftalen står ved magt/)
  })
})
