import { describe, expect, it } from 'vitest'
import { echoGuard } from './echo-guard.ts'

const autoReply = 'Autosvar: Jeg kører bil og svarer senere.'

/** Which of them are an echo, one after another from one address. */
function echoes(texts: readonly string[], pauseMs = 2_000): boolean[] {
  let nowMs = 0
  const guard = echoGuard(() => nowMs)
  return texts.map((text, i) => {
    nowMs += pauseMs
    return guard.isEcho('sms:a', String(i), text)
  })
}
const five = (text: (i: number) => string) => [0, 1, 2, 3, 4].map(text)
const threeAndQuiet = [false, false, false, true, true]

describe('a machine is answered three times', () => {
  it.each([
    ['that says the same', five(() => autoReply)],
    ['that says little', five(() => 'Modtaget, tak')],
    ['that tells the time', five((i) => `Din besked er modtaget kl. 14:0${i} den 2${i}.11.2026.`)],
    ['that counts', five((i) => `Ticket #10234${i} has been created for you`)],
    [
      'that writes it in another case',
      five((i) => (i % 2 ? 'MODTAGET MED TAK' : 'Modtaget med tak!')),
    ],
    [
      'that calls itself automatic each time in other words',
      [
        'Automatisk svar: Jeg er i møde.',
        'Autosvar: ring til Anne i stedet.',
        'Auto-reply: back on Monday.',
        'I’m driving right now',
        'Abwesenheitsnotiz: zurück am 3.',
      ],
    ],
    [
      'that greets by the time of day',
      five(
        (i) =>
          `${i % 2 ? 'Godmorgen' : 'Goddag'}, vi har fået din besked, og en af os vender tilbage til dig, så snart vi kan`,
      ),
    ],
  ])('%s', (_, texts) => {
    expect(echoes(texts)).toEqual(threeAndQuiet)
  })

  it('that is slow: five minutes between its answers', () => {
    expect(
      echoes(
        five(() => autoReply),
        5 * 60_000,
      ),
    ).toEqual(threeAndQuiet)
  })

  it('that takes turns with another of its texts', () => {
    const texts = Array.from({ length: 12 }, (_, i) =>
      i % 2 ? 'Tak for din sms' : 'Vi svarer snart',
    )
    expect(echoes(texts).filter((isEcho) => !isEcho)).toHaveLength(6)
  })
})

describe('a person', () => {
  it('is answered between and after the machine on the same phone', () => {
    const guard = echoGuard(() => 0)
    for (const id of ['1', '2', '3', '4']) guard.isEcho('sms:a', id, autoReply)
    expect(guard.isEcho('sms:a', '5', 'hej, hvornår åbner I?')).toBe(false)
    expect(guard.isEcho('sms:a', '6', autoReply)).toBe(true)
    expect(guard.isEcho('sms:a', '7', 'og hvad koster et pas?')).toBe(false)
    expect(guard.isEcho('sms:b', '8', autoReply)).toBe(false)
  })

  it.each([
    ['short words', five(() => 'ja tak')],
    ['the word for a person', five(() => 'MENNESKE')],
    [
      'about other days',
      ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag'].map((d) => `hvornår åbner I ${d}`),
    ],
    ['about other numbers of people', five((i) => `hvad koster affald for ${i + 1} personer`)],
    ['choices', ['A', 'B', 'A', 'B', 'A']],
    [
      'other sentences',
      [
        'jeg har mistet mit pas',
        'hvad koster et nyt',
        'hvor lang tid tager det',
        'kan jeg hente det i Valby',
        'tak for hjælpen i dag',
      ],
    ],
  ])('is heard as often as they write: %s', (_, texts) => {
    expect(echoes(texts)).not.toContain(true)
  })

  it('is heard again with the same words after half an hour of silence', () => {
    let nowMs = 0
    const guard = echoGuard(() => nowMs)
    for (const id of ['1', '2', '3', '4']) guard.isEcho('sms:a', id, 'hvornår åbner I i dag')
    nowMs = 31 * 60_000
    expect(guard.isEcho('sms:a', '5', 'hvornår åbner I i dag')).toBe(false)
  })
})

it('a message that the provider repeats is no echo', () => {
  const guard = echoGuard(() => 0)
  expect(
    ['1', '1', '1', '1', '2', '3', '1'].map((id) => guard.isEcho('sms:a', id, autoReply)),
  ).not.toContain(true)
})
