import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openSharedHouse, type SharedHouse, startTalk, type Talk } from '#tests/kit/start-talk.ts'

let shared: SharedHouse
beforeAll(async () => {
  shared = await openSharedHouse()
})
afterAll(() => shared.house.close())

/** What stands in the personal store of each thing that a citizen said, in order. */
async function stored(talk: Talk): Promise<readonly string[]> {
  const ids = (await talk.events()).flatMap((event) =>
    event.type === 'utterance-received' ? [event.utterance.id] : [],
  )
  const { personal } = talk.house.storage
  return Promise.all(
    ids.map(async (id) => (await personal.get(talk.conversationId, id, 'text')) ?? ''),
  )
}

async function storedOf(...texts: readonly string[]): Promise<readonly string[]> {
  const talk = await startTalk({ shared, channel: 'sms', address: `sms:${crypto.randomUUID()}` })
  for (const text of texts) {
    await talk.receives(text)
    shared.clock.forward(3_000)
  }
  return stored(talk)
}

describe('fc047 · a detector that also eats account, company and order numbers is worse than none', () => {
  test.each([
    'CVR 12345678',
    'EAN 5790000123456',
    'sag 2026-0101-4711',
    'kl. 10.10-12.30 den 01.01.27',
    '2100 København Ø',
    '1.234.567.890 kr.',
    'ring 33 66 33 66',
    'P-nummer 1003348555',
    'ordrenummer 0101051111',
    'faktura nr. 0101051111 af 1. januar',
    'EAN 57 90 00 01 23 45 6',
    'CVR-nr. DK64942212',
    'den 01.06.26 flyttede jeg til 2100 København Ø',
  ])('"%s" is stored as it was written', async (text) => {
    expect(await storedOf(text)).toEqual([text])
  })

  it('33 66 33 66 in our own replies is readable on every channel', async () => {
    for (const channel of ['web-chat', 'sms'] as const) {
      const talk = await startTalk({ shared, channel, address: `x:${crypto.randomUUID()}` })
      expect(await talk.says('hvad er jeres telefonnummer')).toContain('33 66 33 66')
    }
  })

  it('nor in what staff write', async () => {
    const talk = await startTalk({ shared })
    const leave = talk.staffArrive()
    await talk.says('jeg vil tale med et menneske')
    const { staffActs } = talk.house.engine
    await staffActs.claim(talk.conversationId, 'mette')
    const text = 'Ring 33 66 33 66. Sag 2026-0101-4711, CVR 12345678.'
    await staffActs.say(talk.conversationId, 'mette', text, 'm1')
    const said = (await talk.lastEvent('staff-message-sent'))?.message.id ?? ''
    expect(await talk.house.storage.personal.get(talk.conversationId, said, 'text')).toBe(text)
    leave()
  })
})

describe('own09 · CPR in disguises, and what only resembles one', () => {
  test.each([
    'nul et nul et nul fem elleve elleve',
    '0101\u200b05-1111',
    '０１０１０５-１１１１',
    '1. januar 05, de sidste fire er 1111',
    'O1O1O5-1111',
    '010105=1111',
    'noll ett noll ett noll fem ett ett ett ett',
  ])('"%s" is masked', async (text) => {
    const [kept = ''] = await storedOf(text)
    expect(kept).toContain('[CPR-nummer fjernet]')
    expect(kept.replace('sidste fire', '')).not.toMatch(/\d|elleve|ett/)
  })

  test.each([
    ['two', ['010105', '1111']],
    ['two, with words', ['mit nummer er 010105', 'og så 1111 tak']],
    ['two, the date in words', ['jeg er født 1. januar 05', 'de sidste fire er 1111']],
    ['two, the last four first', ['de sidste fire er 1111', 'og jeg er født 1. januar 1905']],
    ['three', ['0101', '05', '1111']],
    ['single digits', [...'0101051111']],
    ['something in between', ['010105', 'vent lige', '1111']],
    ['a hyphen at the end', ['010105-', '1111']],
    ['spoken', ['nul et nul et nul fem', 'elleve elleve']],
    ['after the word', ['mit cpr er', '010105', '1111']],
  ])('a number over messages is masked when the last comes: %s', async (_, texts) => {
    const kept = (await storedOf(...texts)).join(' ')
    expect(kept.replace('sidste fire', '')).not.toMatch(/\d|\bnul\b|januar|elleve/)
    expect(kept).toContain('[CPR-nummer fjernet]')
  })

  it('a card and an account over two messages are masked too', async () => {
    expect((await storedOf('kortet er 411111111111', '1111')).join(' ')).not.toMatch(/\d/)
    expect((await storedOf('min konto er', '1234 5678901')).join(' ')).not.toMatch(/\d/)
  })

  it('the first half is gone from what the desk and the page read, also after an answer', async () => {
    const talk = await startTalk({ shared })
    await talk.says('010105')
    await talk.says('1111')
    const lines = await talk.house.engine.transcript(talk.conversationId)
    expect(JSON.stringify(lines)).not.toMatch(/010105|"1111/)
  })

  test.each([
    [['01.01.2005 kl. 11.11']],
    [['faktura 0101051']],
    [['den 01.01.27', 'kl. 1430 tak']],
    [['jeg flyttede 01.06.26', '2100 København Ø']],
    [['sag 2026-0101', '4711']],
    [['1', '2']],
    [['fra 01.01.2005', 'til 31.12.2006']],
  ])('%j stays', async (texts) => {
    expect(await storedOf(...texts)).toEqual(texts)
  })

  it('a phone number is no CPR number: it is masked as what it is, and the event says so', async () => {
    const talk = await startTalk({ shared })
    await talk.receives('0045 20000123')
    expect((await talk.lastEvent('utterance-received'))?.utterance.masked).toEqual(['phone'])
  })

  it('numbers of a while ago are not read together with those of now', async () => {
    const talk = await startTalk({ shared, channel: 'sms' })
    await talk.receives('010105')
    shared.clock.forward(11 * 60_000)
    await talk.receives('1111')
    expect(await stored(talk)).toEqual(['010105', '1111'])
  })
})
