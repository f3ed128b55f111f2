import { afterAll, describe, expect, it } from 'vitest'
import { at } from '#handoff/fixtures/hours.ts'
import { startTalk, type Talk } from '#tests/kit/start-talk.ts'
import { openFieldHouse } from './field-house.ts'
import { did } from './understood.ts'

// Monday 8 June 2026, an hour before the queue opens; in Copenhagen it is 8 o'clock.
const EIGHT = at('2026-06-08T08:00')
const FRIDAY_EVENING = at('2026-06-05T20:00')
const house = await openFieldHouse({ at: EIGHT })
afterAll(() => house[Symbol.asyncDispose]())

async function askedForNumber(channel: 'web-chat' | 'sms' = 'web-chat'): Promise<Talk> {
  const talk = await startTalk({ shared: house, channel, at: FRIDAY_EVENING })
  await talk.says('ring mig op')
  expect((await did(talk, channel === 'sms' ? 'RING' : 'ja')).asks).toBe('callback-number')
  return talk
}

async function askedForTime(): Promise<Talk> {
  const talk = await startTalk({ shared: house, at: EIGHT })
  await talk.says('ring mig op')
  expect((await did(talk, '20 00 01 23')).asks).toBe('callback-slot')
  return talk
}

const promise = async (talk: Talk) => (await talk.lastEvent('callback-promised'))?.callback

describe('fc071 · while a form asks, what is said is not always its answer', () => {
  it('questions are answered, a price too, and the receipt has the corrected number', async () => {
    const talk = await askedForNumber()
    for (const [text, says] of [
      ['hvorfor skal I bruge det?', 'human.why-number'],
      ['er det en robot der ringer?', 'human.who-calls'],
    ] as const)
      expect(await did(talk, text)).toMatchObject({
        says: `${says} human.back-to-number`,
        asks: 'callback-number',
      })
    expect((await did(talk, '20 00 01 23')).asks).toBe('callback-slot')
    expect(await did(talk, 'hvad koster et pas forresten?')).toMatchObject({
      says: 'pas-voksne#price human.back-to-slot',
      asks: 'callback-slot',
    })
    expect((await did(talk, 'mandag kl. 10')).text).toContain('mandag mellem kl. 9 og 12')
    const before = await promise(talk)
    const { text } = await did(talk, 'nej vent, nummeret er 20 00 01 24')
    expect(text).toContain('ender på 24')
    expect(text).toContain('mandag mellem kl. 9 og 12')
    expect(await promise(talk)).toMatchObject({ slot: before?.slot, reference: before?.reference })
  })

  it.each([
    'hvad bruger I nummeret til?',
    'hvem ringer til mig?',
    'why do you need it?',
    'tak',
    'hvad koster et pas?',
  ])('by SMS too: "%s" is no number, and the number still is one', async (text) => {
    const talk = await askedForNumber('sms')
    expect(await did(talk, text)).toMatchObject({
      says: expect.stringMatching(/ human\.back-to-number$/),
      asks: 'callback-number',
    })
    expect((await did(talk, '20 00 01 23')).asks).toBe('callback-slot')
  })

  it('what is not understood keeps the form open, never twice in the same words', async () => {
    const talk = await askedForNumber()
    const first = await did(talk, 'pss')
    const second = await did(talk, 'xkq')
    expect([first.asks, second.asks]).toEqual(['callback-number', 'callback-number'])
    expect(second.text).not.toBe(first.text)
    expect((await did(talk, '20 00 01 23')).asks).toBe('callback-slot')
  })
})

describe('fc074 · a time of day is one at which we are open', () => {
  it.each([
    ['kvart i tre', '2026-06-08T14:45'],
    ['halv to', '2026-06-08T13:30'],
    ['ti minutter over halv ti', '2026-06-08T09:40'],
    ['fem i halv tre', '2026-06-08T14:25'],
    ['kl. 9.30', '2026-06-08T09:30'],
    ['quarter to three', '2026-06-08T14:45'],
    ['half past one', '2026-06-08T13:30'],
    ['i overmorgen ved middagstid', '2026-06-10T12:00'],
    ['torsdag kl. 10', '2026-06-11T10:00'],
    ['onsdag den 10. juni kl. 13', '2026-06-10T13:00'],
  ])('"%s" is promised in the period that holds it', async (text, wanted) => {
    const talk = await askedForTime()
    await did(talk, text)
    const { slot } = (await promise(talk)) ?? {}
    expect(slot && slot.from <= at(wanted) && at(wanted) < slot.to, JSON.stringify(slot)).toBe(true)
  })

  it.each(['klokken 3', 'halv otte', 'kl. 17', 'klokken tre', 'i morgen kl. 16'])(
    '"%s" is when we are closed: asked again',
    async (text) => {
      const talk = await askedForTime()
      expect(await did(talk, text)).toMatchObject({
        says: 'human.slot-refused',
        asks: 'callback-slot',
      })
      expect(await promise(talk)).toBeUndefined()
    },
  )

  it.each(['på mandag', 'mandag', 'monday'])('"%s" on a Monday asks which', async (text) => {
    const talk = await askedForTime()
    const asked = await did(talk, text)
    expect(asked.asks).toBe('callback-slot')
    expect(asked.text).toMatch(/15\. juni|15 June/)
    expect(await promise(talk)).toBeUndefined()
    await did(talk, 'B')
    expect((await promise(talk))?.slot.from).toBe(at('2026-06-15T09:00'))
  })

  it.each([
    ['onsdag den 10. juni', /onsdag/],
    ['fredag', /fredag/],
  ])('a day without a time, "%s", offers that day', async (text, day) => {
    const talk = await askedForTime()
    expect((await did(talk, text)).text).toMatch(day)
    await did(talk, 'A')
    expect(await promise(talk)).toBeDefined()
  })
})
