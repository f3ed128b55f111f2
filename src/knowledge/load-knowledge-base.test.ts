import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { smallRoot, smallRootWith } from './fixtures/copy.ts'
import { loadKnowledgeBase, unverifiedArticles } from './load-knowledge-base.ts'

const danish = 'knowledge-base/have/nyttehave.da.md'
const english = 'knowledge-base/have/nyttehave.en.md'
const facts = 'knowledge-base/facts/nyttehave.yaml'
const intent = 'intents/nyttehave.yaml'

describe('the knowledge base', () => {
  it('has an article in both languages, in parts with three renderings', async () => {
    const { articles } = await loadKnowledgeBase(smallRoot)
    const article = articles.get('nyttehave')
    expect(article?.queue).toBe('teknik-miljoe')
    expect(article?.da.parts.map(({ name, asks }) => [name, asks])).toEqual([
      ['main', 'Hvordan får jeg en nyttehave?'],
      ['price', 'Hvad koster haven?'],
    ])
    expect(article?.en.parts[1]?.web).toMatch(/^An allotment for a year: .*\n\n- It has/)
    expect(article?.da.sources).toEqual([{ url: 'https://www.example.dk/haver', asOf: '2023' }])
    expect(article?.da.version).toMatch(/^[0-9a-f]{12}$/)
  })

  it('has facts with their year, or none', async () => {
    const { facts } = await loadKnowledgeBase(smallRoot)
    expect(facts.get('nyttehave.rent')).toMatchObject({ value: 1250, unit: 'kr', asOfYear: 2023 })
    expect(facts.get('nyttehave.size')?.asOfYear).toBe(2024)
    expect(facts.get('nyttehave.water')?.asOfYear).toBeUndefined()
  })

  it('has intents with examples, decoys and replies', async () => {
    const { intents } = await loadKnowledgeBase(smallRoot)
    expect(intents.get('nyttehave')?.examples[1]).toEqual({
      origin: 'fixture',
      language: 'da',
      kind: 'plain',
      text: 'Hvad er lejen for et år?',
      part: 'price',
    })
    expect(intents.get('nyttehave')?.decoys).toEqual([
      { language: 'da', text: 'Må jeg grille i parken?', is: 'out-of-scope' },
    ])
    const hello = intents.get('greeting')?.replies.get('hello')
    expect(hello?.noticeInside).toBe(true)
    expect(Object.keys(hello?.text.en ?? {})).toEqual(['web', 'sms'])
  })

  it('names what nobody has confirmed', async () => {
    expect(unverifiedArticles(await loadKnowledgeBase(smallRoot))).toEqual(['nyttehave'])
    const half = await smallRootWith([danish, 'verified: false', 'verified: true'])
    expect(unverifiedArticles(await loadKnowledgeBase(half))).toEqual(['nyttehave'])
  })

  it('has another version when a fact changes, and the same when only blanks do', async () => {
    const { version } = await loadKnowledgeBase(smallRoot)
    const cheaper = await smallRootWith([facts, '1250', '1150'])
    expect((await loadKnowledgeBase(cheaper)).version).not.toBe(version)
    const blanks = await smallRootWith([danish, 'Du betaler i april.', 'Du betaler i april.  '])
    expect((await loadKnowledgeBase(blanks)).version).toBe(version)
  })
})

describe('a fault in a file', () => {
  it.each([
    ['an unknown field', danish, 'audience: citizen', 'audiense: citizen', /da\.md:2: .*audiense/],
    [
      'a part without its question',
      danish,
      '    asks: "Hvad koster haven?"\n',
      '',
      /da\.md:23: parts\.price\.asks/,
    ],
    [
      'a heading too few',
      danish,
      '## price',
      'Pris',
      /da\.md:18: parts main, price, but headings main/,
    ],
    ['broken YAML', danish, 'legal: []', 'legal: [', /da\.md:\d+: /],
    ['no front matter', danish, '---\nid', 'id', /da\.md:1: does not begin with front matter/],
    [
      'a wrong id',
      danish,
      'id: nyttehave',
      'id: have',
      /da\.md:2: id is have, the file says nyttehave/,
    ],
    ['a date that is none', danish, '2027-01-01', '2027-02-30', /da\.md:10: review_by/],
    [
      'a link that does not parse',
      danish,
      'https://www.example.dk/haver/liste }',
      'example }',
      /da\.md:15: self_service\.0\.url/,
    ],
    [
      'other parts in English',
      english,
      'price',
      'amount',
      /da\.md:18: parts main, price, but in English main, amount/,
    ],
    [
      'an unknown fact in a web text',
      danish,
      'En nyttehave om året: {{fact:nyttehave.rent}}.\n\n-',
      '{{fact:nyttehave.rant}}\n\n-',
      /da\.md:33: no fact nyttehave\.rant/,
    ],
    [
      'an unknown kind of change',
      facts,
      'changes: rarely',
      'changes: seldom',
      /facts\/nyttehave\.yaml:14: size\.changes/,
    ],
    [
      'an example for a part that is not there',
      intent,
      '> price',
      '> prise',
      /intents\/nyttehave\.yaml:12: no part or reply prise/,
    ],
  ])('is named with its line: %s', async (_, file, from, to, message) => {
    const root = await smallRootWith([file, from, to])
    await expect(loadKnowledgeBase(root)).rejects.toThrow(message)
  })

  it('is also a folder without articles', async () => {
    await expect(loadKnowledgeBase(join(smallRoot, 'intents'))).rejects.toThrow('has no articles')
  })

  it('is reported together with all others, and says what to do', async () => {
    const root = await smallRootWith(
      [danish, 'audience: citizen', 'audience: people'],
      [english, 'status: published', 'status: done'],
      [facts, 'unit: kr', 'unit: dollars'],
    )
    const error: unknown = await loadKnowledgeBase(root).catch((e) => e)
    expect(error).toMatchObject({
      code: 'article-broken',
      todo: expect.stringContaining('npm run kb'),
    })
    expect(String(error).match(/^knowledge-base.*:\d+: /gm)).toHaveLength(3)
  })
})
