import { describe, expect, it } from 'vitest'
import { sayFault } from '#knowledge/fault.ts'
import { smallRoot, smallRootWith } from '#knowledge/fixtures/copy.ts'
import { readGiven } from './read-given.ts'
import { lint } from './rules.ts'

const danish = 'knowledge-base/have/nyttehave.da.md'
const english = 'knowledge-base/have/nyttehave.en.md'
const intent = 'intents/nyttehave.yaml'
const greeting = 'intents/greeting.yaml'
const spoken = 'Vi ringer, når der er en ledig have til dig."\n  price'
const web = 'Vi ringer til dig, når der er en **ledig have**.'
const long =
  'du går ned ad den lange vej forbi den store have og den lille sø og helt hen til det røde hus'
const hard =
  'Ansøgningsproceduren forudsætter dokumentation vedrørende bopælsforhold, indkomstforhold, forsørgelsesforhold'

const faultsOf = async (root: string, year = 2026) =>
  lint(await readGiven(root, year)).map(sayFault)

describe('the lint', () => {
  it('finds in the small root only that it has few phrasings', async () => {
    for (const fault of await faultsOf(smallRoot))
      expect(fault).toMatch(/nyttehave\.yaml:\d+: .*(wanted|asks for|situational)/)
  })

  it.each([
    [
      'a button that is too long',
      danish,
      'Hvad koster haven?',
      'Hvad koster det mon at leje en nyttehave et helt år?',
      /da\.md:23: price asks: \d+ characters/,
    ],
    [
      'a twin of another owner',
      english,
      'owner: Teknikforvaltningen',
      'owner: Miljø',
      /da\.md:5: owner is another in English/,
    ],
    [
      'an unknown queue',
      danish,
      'queue: teknik-miljoe',
      'queue: haver',
      /da\.md:16: no queue haver/,
    ],
    ['an unknown related topic', danish, 'related: []', 'related: [drivhus]', /no topic drivhus/],
    [
      'a typed figure',
      danish,
      'Du betaler i april.',
      'Du betaler 500 kr. i april.',
      /price web: figure 500 is in no fact/,
    ],
    [
      'an undated figure without a page',
      danish,
      'Du betaler i april.',
      'Vand: {{fact:nyttehave.water}}.',
      /price web: nyttehave\.water has no date/,
    ],
    ['a word to avoid', danish, web, 'Ring, samt skriv.', /main web: says "samt", write: og/],
    ['two words to avoid', danish, web, 'Klik her.', /main web: says "klik her"/],
    [
      'an invisible character',
      danish,
      web,
      'Vi rin\u00adger.',
      /main web: has invisible characters/,
    ],
    [
      'a slot that nobody fills',
      danish,
      web,
      'Vi har åbent {{hour}}.',
      /main web: slot hour is not among/,
    ],
    ['a hard text', danish, web, `${hard}.`, /main web: LIX \d+/],
    ['a long sentence', danish, web, `Når ${long}.`, /main web: a sentence of 2\d words/],
    ['a heading inside', danish, web, '\n\n### Vi ringer', /main web: has a heading inside/],
    [
      'a link without https',
      danish,
      'https://www.example.dk/haver/liste)',
      'http://www.example.dk)',
      /main web: has a link that is not https/,
    ],
    ['HTML', danish, web, '<b>Vi ringer</b>.', /main web: has HTML/],
    [
      'a long opening',
      danish,
      web,
      'Vi ringer. Vi skriver. Vi venter.',
      /main opens with 4 sentences/,
    ],
    [
      'an SMS that is too long',
      danish,
      'Skriv dig på listen til en nyttehave. Vi ringer, når der er en ledig have til dig. example',
      `${'Vi ringer til dig. '.repeat(16)}example`,
      /main sms: \d+ septets in 3 segments/,
    ],
    [
      'an SMS with a costly character',
      danish,
      'example.dk/haver"',
      'example.dk/haver …"',
      /main sms: not in GSM-7: …/,
    ],
    [
      'an SMS with two links',
      danish,
      'example.dk/haver"',
      'example.dk/haver og kk.dk"',
      /main sms: 2 links/,
    ],
    ['an SMS without a link', danish, ' example.dk/haver"', '"', /main sms: no link/],
    [
      'a spoken text that is too long',
      danish,
      spoken,
      `Vi ringer, når ${long} og tilbage til os."\n  price`,
      /main spoken: 3\d words/,
    ],
    ['a spoken link', danish, spoken, 'Se example.dk."\n  price', /main spoken: a link/],
    [
      'a spoken abbreviation',
      danish,
      spoken,
      'Vi ringer evt. til dig."\n  price',
      /main spoken: an abbreviation/,
    ],
    ['a spoken bracket', danish, spoken, 'Vi ringer (til dig)."\n  price', /main spoken: brackets/],
    [
      'a crisis article without its numbers first',
      danish,
      'sensitivity: normal',
      'sensitivity: crisis',
      /main web: the first sentence lacks 112/,
    ],
    [
      'a reply without a rendering',
      greeting,
      'only: [web, sms]',
      'only: [web, sms, spoken]',
      /reply hello en lacks spoken/,
    ],
    [
      'a long choice',
      intent,
      'da: Nyttehave, en: Allotment',
      `da: ${'x'.repeat(41)}, en: A`,
      /choice da: longer/,
    ],
    [
      'a situation with the official word',
      intent,
      'dyrke kartofler',
      'dyrke en nyttehave',
      /situational with the official word/,
    ],
    [
      'two phrasings that are alike',
      intent,
      'Hvad er lejen for et år? > price',
      'Hvordan får jeg nu en nyttehave?',
      /alike: "Hvordan får jeg en nyttehave/,
    ],
    ['a part that nobody asks for', intent, ' > price', '', /no da example asks for price/],
    ['a decoy of nothing known', intent, '> out-of-scope', '> parken', /decoy of parken/],
    [
      'a decoy that is an example',
      intent,
      'Må jeg grille i parken?',
      'Hvordan får jeg en nyttehave?',
      /decoy is an example/,
    ],
  ])('finds %s', async (_, file, from, to, message) => {
    const before = await faultsOf(smallRoot)
    const found = (await faultsOf(await smallRootWith([file, from, to]))).filter(
      (f) => !before.includes(f),
    )
    expect(found.join('\n')).toMatch(message)
  })

  it('counts a crisis line that is there', async () => {
    const root = await smallRootWith(
      [danish, 'sensitivity: normal', 'sensitivity: crisis'],
      [danish, 'Skriv dig på', 'Ring {{fact:nyttehave.alarm}} eller 1888, og skriv dig på'],
    )
    expect((await faultsOf(root)).join('\n')).not.toMatch(/the first sentence lacks/)
  })
})

describe('the knowledge base of the city', () => {
  it('has no faults, in the year of its writing and the next', async () => {
    for (const year of [2026, 2027]) expect(await faultsOf(process.cwd(), year)).toEqual([])
  }, 60_000)
})
