import { describe, expect, it } from 'vitest'
import { find, understand } from './fixtures/understand.ts'

describe('topics', () => {
  it.each([
    ['hvordan får jeg nyt pas', 'answer pas-voksne#main'],
    ['hvad koster et pas?', 'answer pas-voksne#price'],
    ['hvordan fr jeg nyt pass', 'answer pas-voksne#main'],
    ['hej, hvad koster et pas?', 'answer pas-voksne#price'],
    ['min soen mangler et pas', 'answer pas-boern#main'],
    ['how do I renew my passport', 'answer pas-voksne#main'],
    ['pas', 'choose pas-voksne#main pas-boern#main'],
  ])('%j is %s', async (text, expected) => {
    expect(await understand(text)).toBe(expected)
  })

  it('answers both of two questions', async () => {
    const text = 'Hvad koster et pas, og hvornår bliver storskrald hentet?'
    expect(await understand(text)).toBe('answer pas-voksne#price storskrald#when')
  })

  it('answers both parts of one article that are asked for', async () => {
    const text = 'Hvad koster storskrald, og hvornår bliver det hentet?'
    expect(await understand(text)).toBe('answer storskrald#price storskrald#when')
  })

  it('answers in the version of the language that was written', async () => {
    const { language, understanding } = await find('how do I get rid of a sofa')
    expect(language).toBe('en')
    expect(understanding).toEqual({
      kind: 'answer',
      articles: [{ articleId: 'storskrald', version: 'storskrald-en', part: 'main' }],
    })
  })

  it('records the ranking and what read it', async () => {
    const { ranked, model, score } = await find('hvordan får jeg nyt pas')
    expect(ranked[0]?.articleId).toBe('pas-voksne')
    expect(score).toBeGreaterThan(0.4)
    expect(model).toBe('linear-small')
  })
})
