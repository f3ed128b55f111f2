import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Language, MaskKind } from '#conversation/events.ts'
import { createMask } from './mask.ts'

const words: Record<Language, Record<MaskKind, string>> = {
  da: {
    cpr: '[CPR-nummer fjernet]',
    email: '[e-mail fjernet]',
    card: '[kortnummer fjernet]',
    account: '[kontonummer fjernet]',
    phone: '[telefonnummer fjernet]',
  },
  en: {
    cpr: '[CPR number removed]',
    email: '[email removed]',
    card: '[card number removed]',
    account: '[account number removed]',
    phone: '[phone number removed]',
  },
}
const mask = createMask({
  label: (kind, language) => words[language][kind],
  publicNumbers: new Set(['33663366', '70201201', '82121212', '116111', '1813']),
})

test('the label stands where the number stood, and the words around stay', () => {
  expect(mask('Jeg hedder Bo, 020304-1234, og skal have pas.', 'da')).toEqual({
    text: 'Jeg hedder Bo, [CPR-nummer fjernet], og skal have pas.',
    masked: ['cpr'],
  })
})

test('the label speaks the language of the conversation', () => {
  expect(mask('write to bo@example.com', 'en').text).toBe('write to [email removed]')
})

test('each kind is named once, in the order in which it stood', () => {
  const { text, masked } = mask(
    '20 11 12 13 eller bo@example.com, 24 11 12 13, cpr 0203041234',
    'da',
  )
  expect(masked).toEqual(['phone', 'email', 'cpr'])
  expect(text).not.toMatch(/\d/)
})

test('a text with nothing personal in it comes back as it is', () => {
  expect(mask('Hvornår henter I storskrald?', 'da')).toEqual({
    text: 'Hvornår henter I storskrald?',
    masked: [],
  })
})

test('letters that fold into several characters do not move what is cut out', () => {
  expect(mask('ﬃ ½ İ 𝟘𝟚0304-1234 ﬃ', 'da').text).toBe('ﬃ ½ İ [CPR-nummer fjernet] ﬃ')
})

test('text without digits and number words is never changed', () => {
  const plainWords = fc.constantFrom(
    'hvad',
    'koster',
    'pas',
    'til',
    'børn',
    '?',
    'og',
    'en.',
    '(kort)',
    'konto',
    'cpr',
    'tlf:',
    '–',
  )
  fc.assert(
    fc.property(fc.array(plainWords, { maxLength: 12 }), (list) => {
      const text = list.join(' ')
      expect(mask(text, 'da').text).toBe(text)
    }),
  )
})

test('masking twice is masking once', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 14 }),
      fc.constantFrom(' ', ', ', '-', ''),
      (list, by) => {
        const once = mask(list.join(by), 'da').text
        expect(mask(once, 'da').text).toBe(once)
        expect(mask(once, 'en').text).toBe(once)
      },
    ),
    { numRuns: 400 },
  )
})

test('any text at all is survived', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const once = mask(text, 'da').text
      expect(mask(once, 'da').text).toBe(once)
    }),
  )
})

const pieces = fc.oneof(
  fc.constantFrom(
    'cpr',
    'født',
    'sidste fire',
    'last four',
    'streg',
    'og',
    'tlf.',
    'konto',
    'reg.nr.',
    'kort',
  ),
  fc.constantFrom(
    'nul',
    'to',
    'elleve',
    'femogtres',
    'sixty',
    'five',
    'maj',
    'syvende',
    '@',
    'snabel-a',
  ),
  fc.constantFrom(
    'bo@example.com',
    '020304-1234',
    '20 11 12 13',
    '+45',
    '4111111111111111',
    '33663366',
  ),
  fc.nat({ max: 99_999_999 }).map(String),
  fc.nat({ max: 99 }).map((number) => String(number).padStart(2, '0')),
)
