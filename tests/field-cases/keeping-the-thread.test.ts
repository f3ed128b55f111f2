import { afterAll, describe, expect, it } from 'vitest'
import { at } from '#handoff/fixtures/hours.ts'
import { countSegments } from '#platform/sms-segments.ts'
import { startTalk } from '#tests/kit/start-talk.ts'
import { openFieldHouse } from './field-house.ts'
import { did, lastOf } from './understood.ts'

const TEN = at('2026-06-09T10:00')
const house = await openFieldHouse({ at: TEN })
afterAll(() => house[Symbol.asyncDispose]())

describe('fc068 · the language of a conversation changes as often as it is asked for', () => {
  it('there and back and there again, with the same answer', async () => {
    const talk = await startTalk({ shared: house, at: TEN })
    const turns = [
      ['Hvordan får jeg nyt pas?', 'da', 'pas-voksne#main'],
      ['Can you say that in English?', 'en', 'pas-voksne#main'],
      ['and the price?', 'en', 'pas-voksne#price'],
      ['tak, og på dansk: hvor lang tid tager det?', 'da', 'pas-voksne#time'],
      ['ok', 'da', 'small-talk.can'],
      ['English again please', 'en', 'pas-voksne#time'],
    ]
    for (const [text = '', language, says] of turns)
      expect(await did(talk, text), text).toMatchObject({ language, says })
  })

  it.each([
    ['kan du sige det på engelsk?', 'en'],
    ['in English please', 'en'],
    ['svar på engelsk, tak', 'en'],
    ['på engelsk', 'en'],
    ['på dansk, tak', 'da'],
    ['jeg taler ikke dansk', 'en'],
  ])('"%s" says the last answer again in it', async (text, language) => {
    const last = await lastOf(house, ['Hvordan får jeg nyt pas?', text])
    expect(last).toMatchObject({ language, says: 'pas-voksne#main' })
  })

  it.each([
    ['Kan jeg få min bopælsattest på engelsk?', 'da'],
    ["I don't speak Danish, where can I learn it?", 'en'],
    ['Can you translate my marriage certificate into Danish?', 'en'],
  ])('a language that is the matter itself is no such wish: %s', async (text, language) => {
    const last = await lastOf(house, [text])
    expect(last.language).toBe(language)
    expect(last.outcome).not.toBe('repeated')
  })
})

describe('fc070 · two failures are no dead end', () => {
  it('a person is offered, in other words, and what is understood is answered', async () => {
    const talk = await startTalk({ shared: house, at: TEN })
    const [first, , second] = [
      await did(talk, 'pss'),
      await did(talk, 'nej'),
      await did(talk, 'pss'),
    ]
    expect(first.outcome).toBe('unanswerable-not-understood')
    expect(second).toMatchObject({ outcome: 'handed-off-offered', asks: 'person' })
    expect(second.text).not.toBe(first.text)
    await did(talk, 'nej')
    expect((await did(talk, 'Hvordan får jeg nyt pas?')).says).toBe('pas-voksne#main')
    expect((await did(talk, 'hej')).outcome).toBe('small-talk')
  })

  it.each(['nej', 'ingen af dem', 'none of them'])(
    'also when the list that was offered has not got it: "%s"',
    async (no) => {
      const talk = await startTalk({ shared: house, at: TEN })
      expect((await did(talk, 'pas')).outcome).toBe('clarified')
      const first = await did(talk, no)
      expect(first).toMatchObject({ says: 'conversation.which-none', asks: 'nothing' })
      expect((await did(talk, 'pas')).outcome).toBe('clarified')
      const second = await did(talk, no)
      expect(second).toMatchObject({ outcome: 'handed-off-offered', asks: 'person' })
      expect((await did(talk, 'Hvordan får jeg nyt pas?')).says).toBe('pas-voksne#main')
    },
  )
})

describe('fc072 · several sentences in one message', () => {
  it.each([
    [
      'Hej. Jeg er lige flyttet hertil fra Aarhus. Skal jeg selv skifte læge, og hvordan får jeg parkering på min nye vej? Mvh Bo Prøvesen',
      ['laegevalg', 'beboerlicens'],
    ],
    [
      'Godmorgen. Hvad koster et pas? Og hvordan får jeg MitID? Mvh Bo',
      ['pas-voksne', 'mitid-faa'],
    ],
    ['Hvordan søger jeg beboerlicens, og hvordan skifter jeg læge?', ['beboerlicens', 'laegevalg']],
  ])('both questions are answered at once: %s', async (text, [one = '', other = '']) => {
    const { says, outcome } = await lastOf(house, [text])
    expect(outcome).toBe('answered')
    expect(says).toContain(`${one}#`)
    expect(says).toContain(`${other}#`)
  })

  it.each(['Hej! Hvordan går det?', 'Hej. Tak for sidst!', 'Hello! How are you?'])(
    'a greeting of two sentences is small talk: %s',
    async (text) => {
      expect((await lastOf(house, [text])).outcome).toBe('small-talk')
    },
  )

  it.each([
    ['Hej, jeg har mistet mit kørekort', 'koerekort-mistet#'],
    ['Hej! Hvordan får jeg nyt pas? Tak på forhånd.', 'pas-voksne#'],
    ['Godaften. Hvordan melder jeg flytning? Mvh Bo', 'flytning#'],
  ])('a greeting with a question is the question: %s', async (text, topic) => {
    expect((await lastOf(house, [text])).says).toContain(topic)
  })
})

describe.each(['web-chat', 'sms'] as const)('fc075 · no context is no topic, on %s', (channel) => {
  it.each([
    'hvad koster det?',
    'og hvad med børn?',
    'nr. 2',
    'nej, den anden',
    'prisen?',
    'hvor lang tid tager det',
    'hvornår?',
    'what does it cost?',
    'and for my kids?',
  ])('"%s" asks back what it is about', async (text) => {
    const said = await lastOf(house, [text], { channel, at: TEN })
    expect(said).toMatchObject({ says: 'conversation.about-what', asks: 'nothing' })
    if (channel === 'sms') expect(countSegments(said.text).segments).toBe(1)
  })

  it.each(['ja tak', 'igen'])('"%s" is talk', async (text) => {
    const said = await lastOf(house, [text], { channel, at: TEN })
    expect(said.says).toMatch(/^(conversation\.about-what|repeat\.)/)
    if (channel === 'sms') expect(countSegments(said.text).segments).toBe(1)
  })
})

describe('fc076 · a follow-up need not be the text of the button', () => {
  it.each([
    ['prisen?', 'price'],
    ['hva koster det', 'price'],
    ['hvad skal man medbringe', 'bring'],
    ['HVOR LANG TID', 'time'],
    ['pris', 'price'],
    ['hvad skal jeg have med?', 'bring'],
    ['hvor længe tager det', 'time'],
    ['how much', 'price'],
  ])('"%s" is the part %s of the same article', async (text, part) => {
    const talk = await startTalk({ shared: house, at: TEN })
    await talk.says('Hvordan får jeg nyt pas?')
    const choice = `article:pas-voksne#${part}` as const
    const pressed = await talk.says('knap', { via: 'chosen', choice })
    const typed = await lastOf(house, ['Hvordan får jeg nyt pas?', text])
    expect(typed.says).toBe(`pas-voksne#${part}`)
    if (typed.language === 'da') expect(typed.text).toBe(pressed)
  })
})

describe('own11 · the same word in the channels', () => {
  it.each(['stop', 'slut', 'farvel', 'Slut!', 'bye', 'luk samtalen'])(
    '"%s" in the chat asks whether to end, and ends only by a yes',
    async (word) => {
      const talk = await startTalk({ shared: house, at: TEN })
      expect(await did(talk, word)).toMatchObject({ says: 'conversation.end', asks: 'end' })
      expect((await did(talk, 'nej')).says).toBe('conversation.stay')
      expect((await did(talk, 'Hvordan får jeg nyt pas?')).says).toBe('pas-voksne#main')
      await did(talk, word)
      expect((await did(talk, 'ja')).outcome).toBe('closed')
      expect(await talk.lastEvent('conversation-closed')).toMatchObject({ by: 'citizen' })
    },
  )

  it.each(['slut', 'farvel'])('"%s" in a text message is a farewell', async (word) => {
    const talk = await startTalk({ shared: house, channel: 'sms', at: TEN })
    expect((await did(talk, word)).says).toBe('small-talk.goodbye')
    expect(await talk.lastEvent('opted-out')).toBeUndefined()
  })

  it.each(['web-chat', 'sms', 'voice'] as const)('"nej tak" ends nothing: %s', async (channel) => {
    const talk = await startTalk({ shared: house, channel, at: TEN })
    expect((await did(talk, 'nej tak')).outcome).toBe('small-talk')
    expect(await talk.lastEvent('opted-out')).toBeUndefined()
    expect(await talk.lastEvent('conversation-closed')).toBeUndefined()
  })
})
