import { afterAll, describe, expect, it } from 'vitest'
import { at } from '#handoff/fixtures/hours.ts'
import { openFieldHouse } from './field-house.ts'
import { lastOf } from './understood.ts'

const TEN = at('2026-06-09T10:00')
const house = await openFieldHouse({ at: TEN })
afterAll(() => house[Symbol.asyncDispose]())

describe('fc060 · exact letters win where they tell words apart', () => {
  it.each([
    ['Må jeg have min båd liggende i havnen?', 'badning-havnebade'],
    ['Der er huller i min rod', 'rotter'],
    ['Hvor finder jeg et godt band?', 'badning-havnebade'],
  ])('%s is not about %s', async (text, topic) => {
    expect((await lastOf(house, [text])).says).not.toContain(`${topic}#`)
  })

  it.each([
    ['Hvor må man bade?', 'badning-havnebade'],
    ['Kan jeg få mit får på kolonihaven?', 'kolonihave'],
    ['Min far søger folkepension', 'folkepension'],
    ['hvornår tømmer I min grå bøtte', 'affald-beholder'],
    ['gra botte tommes hvornar', 'affald-beholder'],
    ['hvordan soger jeg folkepension', 'folkepension'],
    ['hvornar kommer skraldebilen', 'affald-beholder'],
    ['kan jeg fa boligstotte', 'boligstoette'],
  ])('%s is about %s', async (text, topic) => {
    expect((await lastOf(house, [text])).says).toContain(`${topic}#`)
  })
})

describe('fc061 · æ, ø and å typed in other ways', () => {
  it.each([
    ['laege skift', 'laegevalg'],
    ['boernehave opskrivning', 'boernehave'],
    ['koerekort mistet', 'koerekort-mistet'],
    ['aeldreraadgivning', 'aeldreraadgivning'],
    ['vielse paa raadhuset', 'vielse'],
    ['hoere om byggetilladelse', 'byggetilladelse'],
    ['körkort förnyelse', 'koerekort-fornyelse'],
    ['KOEREKORT FORNYELSE', 'koerekort-fornyelse'],
    ['söge om byggetilladelse', 'byggetilladelse'],
    ['hvordan soeger jeg boligstoette', 'boligstoette'],
  ])('%s is about %s', async (text, topic) => {
    expect((await lastOf(house, [text])).says).toContain(`${topic}#`)
  })
})

describe.each(['web-chat', 'sms'] as const)('own12 · other municipalities, on %s', (channel) => {
  const last = (text: string) => lastOf(house, [text], { channel, at: TEN })

  it.each([
    ['Jeg bor på Frederiksberg, kan jeg få beboerlicens hos jer?', 'Frederiksberg Kommune'],
    ['Hvilken kommune hører Kastrup til?', 'Tårnby Kommune'],
    ['Vi bor i Gentofte. Hvordan får vi byggetilladelse?', 'Gentofte Kommune'],
    ['Er Hellerup en del af Københavns Kommune?', 'Gentofte Kommune'],
    ['I live in Hvidovre, how do I get a resident parking permit?', 'Hvidovre Municipality'],
  ])('%s is told whose it is and where to turn', async (text, named) => {
    const { text: said, says } = await last(text)
    expect(says).toBe('place.others')
    expect(said).toContain(named)
    expect(said).toContain('borger.dk')
  })

  it.each(['Jeg bor i Valby, hører jeg til jer?', 'Hører Vanløse til Københavns Kommune?'])(
    '%s is ours',
    async (text) => {
      expect((await last(text)).says).toBe('place.ours')
    },
  )

  it.each([
    ['I live in Hvidovre, where do I get a passport?', 'pas-voksne#'],
    ['Jeg bor i Gladsaxe, hvordan får jeg nyt pas?', 'pas-voksne#'],
    ['Jeg bor i Rødovre og har mistet mit kørekort', 'koerekort-mistet#'],
  ])('%s is answered for anybody', async (text, topic) => {
    expect((await last(text)).says).toContain(topic)
  })

  it('who lives here is answered as always', async () => {
    const { says } = await last('Jeg bor på Nørrebro, hvordan får jeg beboerlicens?')
    expect(says).toContain('beboerlicens#')
  })
})
