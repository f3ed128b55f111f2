import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FRIDAY_NIGHT, MONDAY_MORNING } from '#tests/kit/settable-clock.ts'
import { openSharedHouse, type SharedHouse, startTalk, type Talk } from '#tests/kit/start-talk.ts'

/** The words that our own text messages ask for must be understood. */
describe('the words of our text messages', () => {
  let shared: SharedHouse
  beforeAll(async () => {
    shared = await openSharedHouse()
  })
  afterAll(() => shared.house.close())

  const night = () => startTalk({ shared, channel: 'sms', at: FRIDAY_NIGHT })
  const reply = async (talk: Talk) => (await talk.lastEvent('reply-chosen'))?.reply
  const name = async (talk: Talk) => {
    const last = (await reply(talk))?.says.at(-1)
    return last?.from === 'intent' ? `${last.intent}.${last.reply}` : last?.articleId
  }

  it.each([
    ['MENNESKE', 'RING', 'JA', 'A'],
    ['menneske', 'Ring.', 'ja tak', 'b'],
    ['HUMAN', 'CALL', 'YES', 'B'],
    ['Menneske tak', 'ring til mig', '20 00 01 23', 'mandag'],
  ])('%s, %s, %s, %s: a callback', async (...words) => {
    const talk = await night()
    for (const word of words) await talk.says(word)
    expect(await talk.lastEvent('callback-promised')).toMatchObject({
      callback: { means: 'phone' },
    })
  })

  it.each(['SKRIV', 'skriv her', 'WRITE', 'write'])('%s: the answer comes here', async (word) => {
    const talk = await night()
    await talk.says('MENNESKE')
    await talk.says(word)
    expect(await talk.lastEvent('callback-promised')).toMatchObject({ callback: { means: 'here' } })
    expect(await name(talk)).toBe('human.promised-here')
  })

  it.each(['NEJ TAK', 'nej tak', 'NO THANKS'])(
    '%s: a promise to write here is taken back',
    async (word) => {
      const talk = await night()
      await talk.says('MENNESKE')
      await talk.says('SKRIV')
      await talk.says('Jeg glemte at sige, at det haster')
      await talk.says('og en ting til')
      await talk.says(word)
      expect(await talk.lastEvent('callback-cancelled')).toBeDefined()
      expect(await name(talk)).toBe('human.left')
    },
  )

  it.each(['NEJ TAK', 'NO THANKS'])('%s where a number is asked for: no callback', async (word) => {
    const talk = await night()
    await talk.says('MENNESKE')
    await talk.says('RING')
    await talk.says(word)
    expect(await name(talk)).toBe('human.declined')
  })

  it.each(['det passer ikke alligevel', 'nej tak', 'aflys'])(
    '"%s" right after a promise: it is cancelled',
    async (word) => {
      const talk = await night()
      for (const said of ['MENNESKE', 'RING', 'JA', 'A']) await talk.says(said)
      await talk.says(word)
      expect(await name(talk)).toBe('human.callback-cancelled')
    },
  )

  it.each([
    'tak for hjælpen',
    'ok',
    'super, tak',
    'mange tak',
    'Hvad koster et pas?',
    'fint',
    'hej hej',
    'tusind tak og god weekend',
  ])('"%s" right after a promise: it stands', async (word) => {
    const talk = await night()
    for (const said of ['MENNESKE', 'RING', 'JA', 'A']) await talk.says(said)
    await talk.says(word)
    expect(await talk.lastEvent('callback-cancelled')).toBeUndefined()
  })

  it.each([
    ['A', 'pas-voksne'],
    ['B', 'pas-boern'],
    ['b.', 'pas-boern'],
    ['2', 'pas-boern'],
  ])('%s after a question back: that topic', async (word, topic) => {
    const talk = await night()
    await talk.says('et nyt pas')
    expect((await reply(talk))?.outcome).toBe('clarified')
    await talk.says(word)
    expect(await name(talk)).toBe(topic)
  })

  it.each(['JA', 'ja tak', 'YES'])('%s after waiting too long: a callback', async (word) => {
    const leave = shared.house.presence.enter('mette')
    const talk = await startTalk({ shared, channel: 'sms', at: MONDAY_MORNING })
    await talk.says('MENNESKE')
    await talk.passes(6 * 60_000)
    await talk.says(word)
    expect(await name(talk)).toBe('human.ask-number')
    leave()
  })

  it.each(['JA', 'YES'])('%s after an offer: a person', async (word) => {
    const talk = await night()
    await talk.says('hvor langt er I med min byggesag?')
    expect((await reply(talk))?.outcome).toBe('own-case')
    await talk.says(word)
    expect(await talk.lastEvent('handoff-requested')).toMatchObject({ reason: 'own-case' })
  })
})
