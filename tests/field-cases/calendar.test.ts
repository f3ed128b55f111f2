import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at } from '#handoff/fixtures/hours.ts'
import { loadQueues, queuesFile } from '#handoff/load-queues.ts'
import { addOpenMinutes, isOpen, nextOpening } from '#handoff/open-times.ts'
import { sayHours } from '#handoff/say-when.ts'
import { startTalk } from '#tests/kit/start-talk.ts'
import { copyContent, openFieldHouse, toldIn, until } from './field-house.ts'

const QUEUE = 'borgerservice'
const queuesWith = async (hours: string) => {
  const change = (text: string) => text.replace(/hours: \{.*\}/g, `hours: ${hours}`)
  return loadQueues(queuesFile(await copyContent(['knowledge-base/queues.yaml', change])))
}
const plain = (text: string) => text.replace(/\s/g, ' ')

describe('fc039 · round-the-clock hours', () => {
  it('can be entered to 24:00, and are not closed for a minute at midnight', async () => {
    const calendar = await queuesWith('{ thu-fri: ["00:00-24:00"] }')
    for (const second of ['2026-06-11T23:59:00', '2026-06-11T23:59:59', '2026-06-12T00:00:00'])
      expect(isOpen(calendar, QUEUE, new Date(`${second}+02:00`).toISOString())).toBe(true)
    expect(addOpenMinutes(calendar, QUEUE, at('2026-06-11T12:00'), 1_440)).toBe(
      at('2026-06-12T12:00'),
    )
    expect(sayHours(calendar, QUEUE, at('2026-06-11T12:00'), 'da')).toBe(
      'Åbent til i morgen kl. 24',
    )
    expect(isOpen(calendar, QUEUE, at('2026-06-13T00:00'))).toBe(false)
  })

  it.each([
    ['{ thu-fri: ["00:00-23:59"] }', 'write 24:00'],
    ['{ mon-sun: ["18:00-23:59"] }', 'write 24:00'],
    ['{ mon-sun: ["00:00-00:00"] }', '00:00-24:00'],
  ])('are queried on entry as %s', async (hours, query) => {
    await expect(queuesWith(hours)).rejects.toThrow(query)
  })

  it('count every minute of a week, on the days on which the clock changes too', async () => {
    const calendar = await queuesWith('{ mon-sun: ["00:00-24:00"] }')
    for (const [from, minutes, to] of [
      ['2027-03-30T12:00', 24 * 60, '2027-03-31T12:00'],
      // The last Sundays of October: a day of 25 hours.
      ['2026-10-24T12:00', 25 * 60, '2026-10-25T12:00'],
      ['2026-03-28T12:00', 23 * 60, '2026-03-29T12:00'],
    ] as const)
      expect(addOpenMinutes(calendar, QUEUE, at(from), minutes)).toBe(at(to))
  })
})

describe('fc040 · two periods in a day, and hours past midnight', () => {
  const hours = '{ thu: ["09:00-12:00", "13:00-18:00"], fri: ["21:00-02:00"] }'

  it.each([
    ['2026-06-11T12:30', 'i dag kl. 13'],
    ['2026-06-11T18:00', 'i morgen kl. 21'],
    ['2026-06-13T02:00', 'torsdag den 18. juni kl. 9'],
    ['2026-06-12T01:30', 'i dag kl. 21'],
  ])('asked for a person at %s: closed, opens again %s', async (when, opening) => {
    await using field = await openFieldHouse({ at: at(when), hours })
    const leave = field.house.presence.enter('mette')
    for (const channel of ['web-chat', 'sms'] as const) {
      const talk = await startTalk({ shared: field, channel, at: at(when) })
      expect(plain(await talk.says('jeg vil tale med et menneske'))).toContain(
        `Vi åbner igen ${opening}.`,
      )
    }
    leave()
  })

  it.each(['2026-06-11T13:00', '2026-06-12T23:30', '2026-06-13T01:30', '2026-06-13T01:59'])(
    'asked for a person at %s: in the queue',
    async (when) => {
      await using field = await openFieldHouse({ at: at(when), hours })
      field.house.presence.enter('mette')
      const talk = await startTalk({ shared: field, at: at(when) })
      expect(await talk.says('jeg vil tale med et menneske')).toMatch(/Du er i kø/)
    },
  )

  it('who waits over the lunch break is told, and is in the queue again at 13', async () => {
    await using field = await openFieldHouse({ at: at('2026-06-11T11:58'), hours })
    field.house.presence.enter('mette')
    const talk = await startTalk({ shared: field, at: at('2026-06-11T11:58') })
    await talk.says('jeg vil tale med et menneske')
    await until(talk, at('2026-06-11T12:00'))
    expect(plain((await toldIn(talk))[0]?.text ?? '')).toContain('Vi åbner igen i dag kl. 13,')
    await until(talk, at('2026-06-11T13:00'))
    expect((await toldIn(talk)).map(({ name }) => name)).toEqual([
      'human.closing',
      'human.queued-again',
    ])
    // Two minutes before lunch and three after it.
    await until(talk, at('2026-06-11T13:02'))
    expect(await talk.lastEvent('handoff-overdue')).toBeUndefined()
    await until(talk, at('2026-06-11T13:03'))
    expect(await talk.lastEvent('handoff-overdue')).toBeDefined()
  })
})

describe('fc042 · a holiday is a day in Copenhagen', () => {
  const instants = [
    '2026-12-31T23:30:00Z',
    '2027-05-16T22:30:00Z',
    '2026-06-04T22:30:00Z',
    '2026-06-05T22:30:00Z',
    // Neighbours: the hour before, winter, and the year that ends.
    '2026-06-04T21:30:00Z',
    '2026-12-25T23:30:00Z',
    '2027-01-01T22:59:00Z',
    '2027-01-01T23:00:00Z',
  ]

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'on a server with TZ=%s',
    (zone) => {
      const script = join(import.meta.dirname, 'holiday-at.ts')
      const options = { env: { ...environmentOf(zone) }, encoding: 'utf8' } as const
      const out = execFileSync(process.execPath, [script, ...instants], options)
      const { said } = JSON.parse(out) as { said: { holiday: string; closed: string }[] }
      expect(said.map(({ holiday }) => holiday)).toEqual([
        'new-year',
        'whit-monday',
        'constitution-day',
        null,
        null,
        'boxing-day',
        'new-year',
        null,
      ])
      expect(said[3]).toEqual({
        holiday: null,
        closed: 'i dag',
        open: false,
        opens: expect.stringMatching(/mandag den 8\. juni kl\. 9/),
      })
      expect(said[2]?.closed).toBe('i dag, for det er Grundlovsdag')
    },
  )
})

describe('own04 · Easter, when the clock changes', () => {
  it('what is due at 02:30 on 28 March 2027 comes about once, at 03:00', async () => {
    await using field = await openFieldHouse({ at: at('2027-03-24T14:58') })
    const day = { date: '2027-03-28', queue: 'all', hours: ['02:30-06:00'], note: 'nattevagt' }
    const why = { by: 'mette', at: field.clock.now(), why: 'nattevagt' }
    await field.house.storage.registers.set('special-days', day.date, JSON.stringify(day), why)
    field.house.presence.enter('mette')
    const talk = await startTalk({ shared: field, at: at('2027-03-24T14:58') })
    await talk.says('jeg vil tale med et menneske')
    await until(talk, '2027-03-28T00:59:59.000Z')
    expect((await toldIn(talk)).map(({ name }) => name)).toEqual(['human.closing'])
    await until(talk, '2027-03-28T01:00:00.000Z')
    await until(talk, '2027-03-28T01:00:30.000Z')
    expect((await toldIn(talk)).map(({ name }) => name)).toEqual([
      'human.closing',
      'human.queued-again',
    ])
    expect((await talk.lastEvent('handoff-queued'))?.at).toBe('2027-03-28T01:00:00.000Z')
  })

  it.each(['02:00', '02:30', '02:59'])('opening at %s that night is 03:00', async (time) => {
    const calendar = await queuesWith(`{ sun: ["${time}-06:00"] }`)
    expect(nextOpening(calendar, QUEUE, at('2028-03-26T00:30'))).toBe('2028-03-26T01:00:00.000Z')
  })

  it.each([
    ['da', 'hvornår åbner I igen?', /tirsdag den 30\. marts kl\. 9/],
    ['da', 'Hvornår har I åbent igen?', /tirsdag den 30\. marts kl\. 9/],
    ['en', 'When do you open again?', /Tuesday 30 March at 9 am/],
  ] as const)('asked in %s on the Wednesday before: %s', async (language, question, opening) => {
    await using field = await openFieldHouse({ at: at('2027-03-24T15:30') })
    for (const channel of ['web-chat', 'sms'] as const) {
      const talk = await startTalk({ shared: field, channel, language, at: at('2027-03-24T15:30') })
      expect(plain(await talk.says(question))).toMatch(opening)
    }
  })

  it.each([
    ['mandag kl. 9', '2. påskedag'],
    ['den 29. marts', '2. påskedag'],
    ['langfredag', 'langfredag'],
    ['i morgen', 'skærtorsdag'],
    ['på søndag, tak', 'påskedag'],
  ])('a call wanted %s is offered on Tuesday instead, with the reason', async (wish, holiday) => {
    await using field = await openFieldHouse({ at: at('2027-03-24T15:30') })
    for (const channel of ['web-chat', 'sms'] as const) {
      const start = { shared: field, channel, at: at('2027-03-24T15:30') }
      const early = await startTalk(start)
      await early.says('jeg vil tale med et menneske')
      const first = plain(await early.says(wish))
      expect(first).toContain(`for det er ${holiday}`)
      expect(first).toMatch(/tirsdag/)
      await early.says('20 00 01 23')
      const second = plain(await early.says(wish))
      expect(second).toContain(`for det er ${holiday}`)
      expect(second).toMatch(/tirsdag mellem kl\. 9 og 12/)
      expect(plain(await early.says('tirsdag kl. 9'))).toMatch(
        /Vi ringer til dig tirsdag mellem kl\. 9 og 12/,
      )
    }
  })

  it('is said at once when the wish comes with the day, in English too', async () => {
    await using field = await openFieldHouse({ at: at('2027-03-24T15:30') })
    const start = { shared: field, at: at('2027-03-24T15:30') }
    const danish = await startTalk(start)
    const said = plain(await danish.says('Kan I ringe til mig mandag kl. 9?'))
    expect(said).toMatch(/mandag den 29\. marts, for det er 2\. påskedag/)
    expect(said).toMatch(/tirsdag den 30\. marts/)
    const english = await startTalk({ ...start, language: 'en' })
    const answer = plain(await english.says('Can somebody call me on Monday at 9?'))
    expect(answer).toMatch(/closed on Monday 29 March, because it is Easter Monday/)
    expect(answer).toMatch(/Tuesday 30 March/)
  })

  it('a weekday without a holiday is refused without a made-up reason', async () => {
    await using field = await openFieldHouse({ at: at('2026-06-10T16:00') })
    const talk = await startTalk({ shared: field, at: at('2026-06-10T16:00') })
    await talk.says('jeg vil tale med et menneske')
    expect(plain(await talk.says('lørdag'))).toMatch(
      /Vi har lukket lørdag den 13\. juni\. Den første tid er i morgen/,
    )
    const other = await startTalk({ shared: field, at: at('2026-06-10T16:00') })
    await other.says('jeg vil tale med et menneske')
    expect(await other.says('torsdag')).not.toMatch(/lukket/)
  })
})

function environmentOf(zone: string) {
  return { PATH: '/usr/bin:/bin', TZ: zone }
}
