import { expect, test } from 'vitest'
import { clean } from './clean.ts'
import { createMask } from './mask.ts'

const mask = createMask({ label: (kind) => `[${kind}]`, publicNumbers: new Set(['33663366']) })
const masked = (text: string) => mask(clean(text), 'da').text

test.each([
  ['a letter for a digit', 'O1O1O5-1111'],
  ['letters for all digits but three', 'O1O1O5-llll'],
  ['letters all over', '0l0l05-llll'],
  ['a letter in the last four', '010105-1I11'],
  ['letters, in one', '01o1051111'],
  ['a sign that nobody uses', '010105=1111'],
  ['a hash', '010105#1111'],
  ['a picture between', '010105🙂1111'],
  ['three dots', '010105…1111'],
  ['a sign in words and brackets', '010105 (bindestreg) 1111'],
  ['zero width', '0101\u200b05-1111'],
  ['a soft hyphen', '01\u00ad0105-1111'],
  ['right to left', '010105\u202e1111'],
  ['keycaps', '0️⃣1️⃣0️⃣1️⃣0️⃣5️⃣1️⃣1️⃣1️⃣1️⃣'],
  ['circles', '⓪①⓪①⓪⑤①①①①'],
  ['full width', '０１０１０５-１１１１'],
  ['Devanagari', '०१०१०५-११११'],
  ['a replacement number', '610105-1111'],
  ['og så', '010105 og så 1111'],
  ['followed by', '1.1.05 efterfulgt af 1111'],
  ['a date and four in words', 'femte i tolvte nul fire, firs enoghalvtreds'],
  ['German', 'null eins null eins null fünf eins eins eins eins'],
  ['Swedish', 'noll ett noll ett noll fem ett ett ett ett'],
  ['Norwegian', 'null en null en null fem sju sju åtte åtte'],
  ['Polish', 'zero jeden zero jeden zero pięć jeden jeden jeden jeden'],
  ['Turkish', 'sıfır bir sıfır bir sıfır beş bir bir bir bir'],
  ['Ukrainian', 'нуль один нуль один нуль пять один один один один'],
  ['Arabic', 'صفر واحد صفر واحد صفر خمسة واحد واحد واحد واحد'],
])('%s: "%s" is masked whole', (_, disguise) => {
  expect(masked(disguise)).toMatch(/^(?:\[cpr\](?: og så | efterfulgt af )?)+$/)
})

test.each([
  ['1. januar 05, de sidste fire er 1111', '[cpr], de sidste fire er [cpr]'],
  ['de fire sidste er 1111 i mit cpr', 'de fire sidste er [cpr] i mit cpr'],
  ['min ven har 010105 og 1111, tak', 'min ven har [cpr] og [cpr], tak'],
])('%s', (text, rest) => {
  expect(masked(text)).toBe(rest)
})

test.each([
  'CVR-nr. 12 34 56 78',
  'CVR: DK64942212',
  'EAN 57 90 00 01 23 45 6',
  'P-nummer 1003348555',
  'p-nr. 0101051118',
  'faktura 0101051',
  'fakturanr. 0101051111 af 1. januar',
  'ordrenummer: 0101051111',
  'jeg har ordre 0101051111',
  'pakke nr. 0101051111',
  'police nr. 0101051111',
  'invoice number 0101051111',
  'sag 2026-0101-4711',
  'sagsnr. 2026-0101-4711-01',
  'j.nr. 01-01-05-K08',
  'IBAN mangler, EAN er 5798009811578',
  'kl. 10.10-12.30 den 01.01.27',
  'åbent 10.10–12.30, lukket 01.01.27',
  '01.01.27 kl 1010-1230',
  '01.01.2005 kl. 11.11',
  '01/01/2027 10:10',
  '2027-01-01T10:10',
  '010105 kl. 1111',
  '01.01.2027-31.12.2027 kl. 10.10-12.30',
  'fra 010127 til 311227',
  '2100 København Ø',
  'jeg flyttede 01.06.26 til 2100 København Ø',
  'flyttet 01.06.26, 2100 Kbh Ø',
  '1.234.567.890 kr.',
  '1.012.801.234,00 kr.',
  '0101051111 DKK',
  'ring 33 66 33 66',
  'ISBN 8702011118',
  'ol 10 liter og lille 5 l',
  '+71<010105111111111+12345678<',
])('"%s" stays', (text) => {
  expect(masked(text)).toBe(text)
})

test('an invoice number that could be a CPR number from before 2007 is masked', () => {
  expect(masked('faktura 0101051111')).toContain('0101051111')
  expect(masked('faktura 0101051110')).toBe('faktura [cpr]')
})

test('eight digits behind a country code are no CPR number', () => {
  expect(mask('0045 20000123', 'da').masked).toEqual(['phone'])
})
