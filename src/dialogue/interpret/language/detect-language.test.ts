import { describe, expect, it } from 'vitest'
import { detectLanguage } from './detect-language.ts'

const noWords = () => undefined

describe('the language', () => {
  it.each([
    ['Hvordan fornyer jeg mit pas?', 'da'],
    ['How do I renew my passport?', 'en'],
    ['Hvordan kan jeg få nytt pass hos dere?', 'da'],
    ['Hur får jag ett nytt pass hos er?', 'da'],
  ] as const)('of %j is %s', (text, language) => {
    expect(detectLanguage(text, 'da', noWords)).toEqual({ language, isForeign: false })
  })

  it.each(['Wie beantrage ich einen neuen Reisepass?', 'Як отримати новий паспорт?'])(
    'of %j is one that we answer in English',
    (text) => {
      expect(detectLanguage(text, 'da', noWords)).toEqual({ language: 'en', isForeign: true })
    },
  )

  it('stays what it was for one or two words', () => {
    expect(detectLanguage('ok super', 'en', noWords).language).toBe('en')
    expect(detectLanguage('ok super', 'da', noWords).language).toBe('da')
  })

  it('turns with one word that only our English texts have', () => {
    const ownWords = (text: string) => (text === 'passport' ? 'en' : undefined)
    expect(detectLanguage('passport', 'da', ownWords).language).toBe('en')
  })
})
