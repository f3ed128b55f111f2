import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MONDAY_MORNING } from '#tests/kit/settable-clock.ts'
import { type StaffPagesServer, startStaffPages } from '#tests/kit/start-staff-pages.ts'

let server: StaffPagesServer
beforeAll(async () => {
  server = await startStaffPages()
})
afterAll(() => server[Symbol.asyncDispose]())

const page = '/desk/special-days'
const post = (fields: Readonly<Record<string, string>>) => server.post(page, server.lead, fields)
const hours = () => server.house.engine.dialogue.hours('da')
const days = async () =>
  (await server.house.storage.registers.list('special-days')).map(({ key }) => key)
const early = { do: 'early', queue: 'all', why: 'Personalemøde' }
const day = { do: 'day', queue: 'all', kind: 'closed', why: 'Flytning' }

describe('a day that is not as usual', () => {
  it('closes earlier today in one press, and the bot says so at once', async () => {
    server.clock.set(MONDAY_MORNING)
    expect(await hours()).toBe('Åbent til kl. 16')
    const done = await post({ ...early, time: '14:00' })
    expect(done).toMatchObject({ status: 200, to: `${page}?done=early` })
    expect(done.text).toContain('I lukker tidligere i dag')
    expect(done.text).toContain('09.00–14.00')
    expect(done.text).toContain('Personalemøde')
    expect(await hours()).toBe('Åbent til kl. 14')
    expect(await server.house.storage.registers.audit('special-days')).toMatchObject([
      { key: '2026-06-08:all', why: 'Personalemøde' },
    ])
  })
  it('is taken away again, and that stands in the trail as well', async () => {
    const done = await post({ do: 'remove', key: '2026-06-08:all' })
    expect(done.text).toContain('De faste tider gælder igen')
    expect(done.text).toContain('Fjernede: I dag, alle køer')
    expect(await hours()).toBe('Åbent til kl. 16')
    expect(await days()).toEqual([])
  })
  it('is for one queue alone where that is what was chosen', async () => {
    const done = await post({ ...early, queue: 'social', time: '14.30' })
    expect(done.text).toContain('09.00–14.30, Sociale forhold')
    expect(await hours()).toBe('Åbent til kl. 16')
    await post({ do: 'remove', key: '2026-06-08:social' })
  })
  it.each([
    // Two periods, midnight, the small hours, and round the clock.
    [
      { from: '09:00', to: '12:00', 'again-from': '13:00', 'again-to': '18:00' },
      ['09:00-12:00', '13:00-18:00'],
    ],
    [{ from: '18:00', to: '00:00' }, ['18:00-24:00']],
    [{ from: '18:00', to: '24:00' }, ['18:00-24:00']],
    [{ from: '21:00', to: '02:00' }, ['21:00-02:00']],
    [{ from: '00:00', to: '00:00' }, ['00:00-24:00']],
  ])('takes %j', async (times, hours) => {
    await post({ ...day, date: '2026-06-13', kind: 'hours', ...times })
    const key = '2026-06-13:all'
    const entry = await server.house.storage.registers.get('special-days', key)
    expect(JSON.parse(entry ?? '{}')).toMatchObject({ hours })
    await post({ do: 'remove', key })
  })
  it.each([
    [{ from: '00:00', to: '23:59' }, '23:59 lukker et minut før midnat'],
    [{ from: '16:00', to: '09:00' }, 'Lukketiden skal være efter'],
    [
      { from: '09:00', to: '12:00', 'again-from': '11:00', 'again-to': '15:00' },
      'før I har lukket',
    ],
    [{ from: '09:00', to: '12:00', 'again-from': '13:00', 'again-to': '' }, 'Skriv klokkeslættet'],
  ])('queries %j', async (times, query) => {
    const done = await post({ ...day, date: '2026-06-13', kind: 'hours', ...times })
    expect(done.status).toBe(400)
    expect(done.text).toContain(query)
    expect(await days()).toEqual([])
  })
  it('closes a coming day or gives it other hours, and the next 14 days show it', async () => {
    await post({ ...day, date: '2026-06-12' })
    const done = await post({
      ...day,
      date: '2026-06-13',
      kind: 'hours',
      from: '10:00',
      to: '13:00',
    })
    expect(done.text).toContain('Fredag den 12. juni: lukket, alle køer')
    expect(done.text).toMatch(/lørdag den 13\. juni.*?10-13/s)
    server.clock.set('2026-06-13T09:00:00.000Z')
    expect(await hours()).toBe('Åbent til kl. 13')
    server.clock.set(MONDAY_MORNING)
    for (const key of await days()) await post({ do: 'remove', key })
  })
})

describe('what is wrong with a day', () => {
  it.each([
    [{ ...early, time: '' }, 'Skriv klokkeslættet som 14:30'],
    [{ ...early, time: '25:00' }, 'Skriv klokkeslættet som 14:30'],
    [{ ...early, time: '16:00' }, 'allerede lukket på det tidspunkt'],
    [{ ...early, time: '14:00', why: ' ' }, 'Skriv hvorfor'],
    [{ ...early, time: '14:00', queue: 'kantinen' }, 'Køen findes ikke'],
    [{ ...day, date: '' }, 'Vælg en dato, som findes'],
    [{ ...day, date: '2026-06-31' }, 'Vælg en dato, som findes'],
    [{ ...day, date: '2026-06-07' }, 'Dagen er gået'],
    [{ ...day, date: '2031-06-07' }, 'for langt ude'],
    [{ ...day, date: '2026-06-12', kind: 'måske' }, 'Vælg lukket eller andre tider'],
    [
      { ...day, date: '2026-06-12', kind: 'hours', from: '12:00', to: '09:00' },
      'Lukketiden skal være efter',
    ],
    [{ ...day, date: '2026-06-12', kind: 'hours', from: '', to: '' }, 'Skriv klokkeslættet'],
    [{ do: 'noget' }, 'Formularen kunne ikke læses'],
  ])('%j is said at the field, and the hours stay', async (fields, says) => {
    server.clock.set(MONDAY_MORNING)
    const answer = await post(fields)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('<title>Fejl: ')
    expect(answer.text).toContain(says)
    expect(await days()).toEqual([])
  })
  it('keeps what was written in the form', async () => {
    const { text } = await post({ ...early, time: '14:00', why: 'x' })
    expect(text).toContain('value="14:00"')
    expect(text).toContain('value="x"')
  })
  it('says that it is closed already on a day off', async () => {
    server.clock.set('2026-06-07T09:00:00.000Z')
    expect((await post({ ...early, time: '14:00' })).text).toContain('allerede lukket hele dagen')
  })
})
