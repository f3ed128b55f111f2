import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FRIDAY_NIGHT } from '#tests/kit/settable-clock.ts'
import { type StaffPagesServer, startStaffPages } from '#tests/kit/start-staff-pages.ts'
import { startTalk, type Talk } from '#tests/kit/start-talk.ts'

const MINUTE_MS = 60_000
let server: StaffPagesServer
let sara: string
/** Sara answered and closed it, on the Monday. */
let solved: Talk
/** Asks for a call on the Friday night before. */
let caller: Talk
/** The bot had it alone. */
let alone: Talk
beforeAll(async () => {
  server = await startStaffPages()
  const { shared, house } = server
  const { staffActs } = house.engine
  const accounts = await house.storage.registers.list('accounts')
  sara = accounts.find(({ json }) => json.includes('Sara'))?.key ?? ''
  caller = await startTalk({ shared, at: FRIDAY_NIGHT, channel: 'sms', address: 'sms:caller' })
  await caller.says('Jeg mangler en parkeringslicens i Brønshøj. MENNESKE')
  await caller.says('RING')
  await caller.says('den første')
  alone = await startTalk({ shared })
  await alone.says('Hvad koster et nyt pas? Jeg hedder Zebralund')
  solved = await startTalk({ shared })
  const leave = solved.staffArrive(sara)
  await solved.says('Hvordan får jeg et nyt pas? Mit blev VÆK i Ærøskøbing')
  await solved.says('jeg vil tale med et menneske')
  await staffActs.claim(solved.conversationId, sara)
  await staffActs.say(solved.conversationId, sara, 'Du kan komme i morgen.', 'm1')
  await staffActs.note(solved.conversationId, sara, 'Har også mistet kørekortet')
  await staffActs.close(solved.conversationId, sara, 'solved-by-staff', 'Vejledt om tyveri')
  leave()
})
afterAll(() => server[Symbol.asyncDispose]())

const search = (fields: Readonly<Record<string, string>>, cookie = server.staff) =>
  server.post('/desk/search', cookie, fields)
const found = (text: string) =>
  [...text.matchAll(/href="\/desk\/conversation\/([^"]+)"/g)].map(([, id]) => id)
const reference = async (talk: Talk) =>
  (await talk.lastEvent('handoff-queued'))?.reference ??
  (await talk.lastEvent('callback-promised'))?.callback.reference ??
  ''

describe('searching what was over', () => {
  it('asks for nothing and lists everything that stood at the desk, the newest first', async () => {
    const { text } = await search({})
    expect(found(text)).toEqual([solved.conversationId, caller.conversationId])
    expect(text).toContain('løst af medarbejder')
    expect(text).toContain('Sara')
  })
  it('finds a reference number with pairs and without', async () => {
    const number = await reference(solved)
    for (const written of [number, number.replace(/(\d\d)(?=\d)/g, '$1 '), ` ${number} `])
      expect(found((await search({ reference: written })).text)).toEqual([solved.conversationId])
  })
  it('finds words of the citizen, of staff and of notes, whatever their letters, and marks them', async () => {
    const { text } = await search({ words: 'væk ærøskøbing' })
    expect(found(text)).toEqual([solved.conversationId])
    expect(text).toContain('<mark>VÆK</mark>')
    expect(text).toContain('<mark>Ærøskøbing</mark>')
    for (const words of ['komme i morgen', 'kørekortet', 'tyveri vejledt'])
      expect(found((await search({ words })).text)).toEqual([solved.conversationId])
    expect(found((await search({ words: 'væk brønshøj' })).text)).toEqual([])
  })
  it('never finds what the bot had alone', async () => {
    expect(found((await search({ words: 'Zebralund' })).text)).toEqual([])
    const opened = await server.get(`/desk/conversation/${alone.conversationId}`, server.lead)
    expect(opened.status).toBe(404)
    expect(opened.text).not.toContain('Zebralund')
  })
  it('narrows down by channel, colleague, topic and days', async () => {
    const only = async (fields: Readonly<Record<string, string>>) =>
      found((await search(fields)).text)
    expect(await only({ channel: 'sms' })).toEqual([caller.conversationId])
    expect(await only({ colleague: sara })).toEqual([solved.conversationId])
    expect(await only({ topic: 'pas-voksne' })).toEqual([solved.conversationId])
    expect(await only({ from: '2026-06-06' })).toEqual([solved.conversationId])
    expect(await only({ to: '2026-06-05' })).toEqual([caller.conversationId])
    expect(await only({ from: '2026-06-05', to: '2026-06-08' })).toHaveLength(2)
    expect(await only({ from: '2026-06-09' })).toEqual([])
  })
  it.each([
    [{ reference: '12 34' }, 'Nummeret skal have syv cifre'],
    [{ from: '31-31-2026' }, 'Vælg en dato, som findes'],
    [{ to: '2026-02-30' }, 'Vælg en dato, som findes'],
    [{ from: '2026-06-08', to: '2026-06-05' }, 'Slutdatoen skal være efter startdatoen'],
  ])('%j is answered with what is wrong', async (fields, says) => {
    const answer = await search(fields)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(says)
  })
  it('keeps who searched by what, and never the words', async () => {
    await search({ words: 'Hemmeligfugl', channel: 'sms' })
    const trail = await server.house.storage.registers.audit('searches')
    expect(trail.at(-1)).toMatchObject({ by: sara, why: 'searched by words, channel' })
    expect(JSON.stringify(trail)).not.toContain('Hemmeligfugl')
    const page = await server.get('/desk/search', server.lead)
    expect(page.text).toContain('Søgte på: ord, kanal')
    expect((await server.get('/desk/search', server.staff)).text).not.toContain('Søgte på')
  })
})

describe('a conversation of before', () => {
  const page = () => `/desk/conversation/${solved.conversationId}`
  it('shows what was said, notes and how it ended, as text, and keeps who opened it', async () => {
    const { text, status } = await server.get(page(), server.staff)
    expect(status).toBe(200)
    for (const said of [
      'VÆK i Ærøskøbing',
      'Du kan komme i morgen.',
      'kørekortet',
      'Vejledt om tyveri',
      'løst af medarbejder',
    ])
      expect(text).toContain(said)
    const trail = await server.house.storage.registers.audit('searches')
    expect(trail.at(-1)).toMatchObject({ key: solved.conversationId, by: sara, why: 'opened' })
    expect(text).not.toContain('Slet teksterne')
  })
  it('gives its closing back for ten minutes', async () => {
    expect((await server.get(page(), server.staff)).text).toContain('Tag afslutningen tilbage')
    const back = await server.post(`${page()}/reopen`, server.staff, {})
    expect(back.text).toContain('Samtalen er din igen')
    const { staffActs } = server.house.engine
    await staffActs.close(solved.conversationId, sara, 'solved-by-staff', '')
    server.clock.forward(11 * MINUTE_MS)
    expect((await server.get(page(), server.staff)).text).not.toContain('Tag afslutningen tilbage')
    const late = await server.post(`${page()}/reopen`, server.staff, {})
    expect(late.text).toContain('Det kan ikke tages tilbage længere')
  })
  it('is erased by a lead who says why: then no search finds a word of it', async () => {
    const erase = (cookie: string, why: string) => server.post(`${page()}/erase`, cookie, { why })
    expect((await erase(server.staff, 'bedt om det')).status).toBe(403)
    expect((await erase(server.lead, ' ')).text).toContain('Skriv hvorfor')
    const erased = await erase(server.lead, 'Bedt om det i brev')
    expect(erased.text).toContain('Teksterne er slettet for altid.')
    expect(erased.text).not.toContain('Ærøskøbing')
    expect(found((await search({ words: 'Ærøskøbing' })).text)).toEqual([])
    expect(await server.house.storage.registers.audit('erasures')).toMatchObject([
      { key: solved.conversationId, why: 'Bedt om det i brev' },
    ])
  })
  it('is not there for an id that somebody made up', async () => {
    for (const id of ['x', '..%2F..', '%00', '<script>'])
      expect(
        (await server.get(`/desk/conversation/${id}`, server.staff)).status,
      ).toBeGreaterThanOrEqual(400)
  })
})
