import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberInWords, ordinalInWords } from './number-words.ts'
import { spokenForm } from './spoken-form.ts'

describe('what a Danish voice says', () => {
  it.each([
    ['Ring 33 66 33 66.', 'Ring treogtredive seksogtres treogtredive seksogtres.'],
    ['33007747', 'treogtredive nul nul syvoghalvfjerds syvogfyrre'],
    ['Livslinien: 70 201 201', 'Livslinien: halvfjerds tyve tolv nul et'],
    ['Ring 112 eller 1813.', 'Ring et et to eller atten tretten.'],
    ['116 111', 'et et seks et et et'],
    ['reference 12 34 56 7', 'reference tolv fireogtredive seksoghalvtreds syv'],
    ['kl. 9', 'klokken ni'],
    ['kl. 9.30', 'klokken ni tredive'],
    ['mandag kl. 10-13', 'mandag klokken ti til tretten'],
    ['mandag mellem kl. 9 og 12', 'mandag mellem klokken ni og tolv'],
    ['mandag den 8. juni kl. 9.05', 'mandag den ottende juni klokken ni nul fem'],
    ['den 31. december', 'den enogtredivte december'],
    ['891 kroner, oplyst i 2023', 'otte hundrede og enoghalvfems kroner, oplyst i tyve treogtyve'],
    ['1.950 kr.', 'et tusind ni hundrede og halvtreds kroner'],
    ['1250 kroner', 'et tusind to hundrede og halvtreds kroner'],
    ['2,8 %', 'to komma otte procent'],
    ['fra 2009 og 1900', 'fra to tusind og ni og nitten hundrede'],
    ['4-6 uger', 'fire til seks uger'],
    ['dit CPR-nummer og EU', 'dit C P R-nummer og E U'],
    ['ca. 3 dage, fx mandag', 'cirka tre dage, for eksempel mandag'],
  ])('%s', (text, said) => {
    expect(spokenForm(text, 'da')).toBe(said)
  })
})

describe('what an English voice says', () => {
  it.each([
    ['Call 33 66 33 66.', 'Call thirty-three sixty-six thirty-three sixty-six.'],
    ['Monday 8 June at 9.30 am', 'Monday the eighth of June at nine thirty a m'],
    ['between 9 am and noon', 'between nine a m and noon'],
    ['21 May', 'the twenty-first of May'],
    ['891 kroner, as of 2023', 'eight hundred and ninety-one kroner, as of twenty twenty-three'],
    ['DKK 1,250', 'one thousand two hundred and fifty kroner'],
    ['2.8%', 'two point eight percent'],
    ['112', 'one one two'],
    ['4-6 weeks', 'four to six weeks'],
  ])('%s', (text, said) => {
    expect(spokenForm(text, 'en')).toBe(said)
  })
})

describe('any text', () => {
  it('has no digits left, and saying it twice changes nothing', () => {
    const bits = fc.constantFrom(
      'kl. ',
      '9',
      '12',
      '.',
      ',',
      ' ',
      '-',
      '33 66 33 66',
      '2023',
      ' kr.',
      '8. juni',
      'am',
      '%',
      'Ring',
      '1813',
    )
    fc.assert(
      fc.property(
        fc.array(bits, { maxLength: 12 }),
        fc.constantFrom('da', 'en'),
        (parts, language) => {
          const said = spokenForm(parts.join(''), language)
          expect(said).not.toMatch(/\d/)
          expect(spokenForm(said, language)).toBe(said)
        },
      ),
    )
  })
})

describe('numbers', () => {
  it('are said with their hundreds, thousands and millions', () => {
    expect(numberInWords(100, 'da')).toBe('et hundrede')
    expect(numberInWords(2021, 'da')).toBe('to tusind og enogtyve')
    expect(numberInWords(1_000_000, 'da')).toBe('en million')
    expect(numberInWords(3_500_000, 'da')).toBe('tre millioner fem hundrede tusind')
    expect(numberInWords(85_000, 'en')).toBe('eighty-five thousand')
  })

  it('are said as days of a month', () => {
    expect([1, 12, 20, 21, 30, 31].map((n) => ordinalInWords(n, 'da'))).toEqual([
      'første',
      'tolvte',
      'tyvende',
      'enogtyvende',
      'tredivte',
      'enogtredivte',
    ])
    expect([2, 20, 22, 30, 31].map((n) => ordinalInWords(n, 'en'))).toEqual([
      'second',
      'twentieth',
      'twenty-second',
      'thirtieth',
      'thirty-first',
    ])
  })
})
