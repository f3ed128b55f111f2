import { expect, test } from 'vitest'
import { createMask } from './mask.ts'

const mask = createMask({
  label: (kind) => `[${kind}]`,
  publicNumbers: new Set(['33663366', '70201201', '82121212', '116111']),
})

test.each([
  '24111213',
  '24 11 12 13',
  '2411 1213',
  '24-11-12-13',
  '24.11.12.13',
  '241 11 213',
  '2 4 1 1 1 2 1 3',
  '+4524111213',
  '+45 24 11 12 13',
  '(+45) 24111213',
  '0045 24 11 12 13',
  '45 24111213',
  '+46 70 111 22 33',
  'fireogtyve elleve tolv tretten',
  'to fire en en en to en tre',
  'two four double one one two one three',
  'to fire, en en, en to, en tre',
  'plus femogfyrre fireogtyve elleve tolv tretten',
])('the number "%s" is masked', (number) => {
  const text = mask(`skriv til min søn på ${number} i morgen`, 'da').text
  expect(text.replace('(', '').replace(')', '').replace('plus ', '')).toBe(
    'skriv til min søn på [phone] i morgen',
  )
})

test('a Danish "to" in front of an English number is not its first digit', () => {
  expect(mask('call me to two four one one one two one three', 'en').text).toBe(
    'call me to [phone]',
  )
})

test.each([
  'er det 33663366 jeg skal ringe til',
  '33 66 10 20',
  '+45 33 66 33 66',
  '70 201 201',
  '82 12 12 12',
  '116 111',
  'treogtredive seksogtres treogtredive seksogtres',
  'tre tre seks seks en nul to nul',
  'sagsnummer 24111213',
  'sagsnr. er 2411 1213',
  'kvittering nr. 24111213',
  'CVR-nr.: 24 11 12 13',
  'AB24111213-7',
  '24.111.213 kr.',
  '24 111 213 kroner',
  'kr. 24111213',
  '24111213,50',
  '2025-2026',
  'skoleåret 2025 2026',
  'den 20.06.2026',
  'den 20062026',
  '2026-06-20',
  '20.00-22.00',
  'åbent 2000-2200',
  'i 2200 2300 2400',
  'postnumrene 2100 2200',
  'nr. 20-24',
  'nr. 20, 22, 24 og 26',
  'bredde 55.676098',
  'uge fire fem og ni',
  'en to tre fire fem seks syv otte ni ti',
  'to voksne og tre børn',
  'Strandvejen 20, 2. tv, 2100 København Ø',
])('"%s" stays', (text) => {
  expect(mask(text, 'da').text).toBe(text)
})
