import { eld } from 'eld/small'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadKnowledgeBase } from '#knowledge/load-knowledge-base.ts'
import { likelyLanguage } from './likely-language.ts'

describe('the likely language', () => {
  it('is what eld says of every phrasing and text of ours', async () => {
    const { intents, articles } = await loadKnowledgeBase('.')
    const texts = [
      ...[...intents.values()].flatMap(({ examples, decoys }) =>
        [...examples, ...decoys].map(({ text }) => text),
      ),
      ...[...articles.values()].flatMap(({ da, en }) =>
        [...da.parts, ...en.parts].flatMap(({ web, asks }) => [web, ...asks]),
      ),
    ]
    expect(texts.length).toBeGreaterThan(1_000)
    expect(texts.filter((text) => `${ours(text)}` !== `${theirs(text)}`)).toEqual([])
  })

  it.each([
    "Don't you know where I've put it, 'tis gone?",
    'Де я можу отримати новий паспорт для дитини',
    'من أين أحصل على جواز سفر جديد',
    '我在哪里可以办理新护照？',
    'İstanbul’da yeni pasaport nereden alınır',
    '1234 !?',
    '',
    'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesentwurfsvorlage ist ein Wort',
    'å'.repeat(600),
    'hvor er mit pas henne '.repeat(40),
  ])('is what eld says of %j', (text) => {
    expect(ours(text)).toEqual(theirs(text))
  })

  it('is what eld says of anything', () => {
    const word = fc.oneof(
      // Of scripts that eld knows: beside a letter of another (Syriac) the two differ.
      fc.string({ unit: fc.constantFrom(...'aæøåßéğñjцеїжωλשלعسीकनदம中の가-.,!7'), maxLength: 12 }),
      fc.constantFrom('och', 'ikke', "n'est", 'ß', 'ğ', 'це', 'ω', 'the', '’s', '´', '\ud800', '𝒜'),
      fc.string({ maxLength: 90 }),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ')
        expect(ours(text)).toEqual(theirs(text))
      }),
      { numRuns: 300 },
    )
  })
})

function ours(text: string) {
  const found = likelyLanguage(text)
  return found ? [found.code, found.isReliable] : ['', false]
}

function theirs(text: string) {
  const found = eld.detect(text)
  return [found.language, found.isReliable()]
}
