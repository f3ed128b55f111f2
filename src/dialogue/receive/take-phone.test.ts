import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMask } from './mask.ts'
import { takePhone } from './take-phone.ts'

test.each([
  ['24111213', '…'],
  ['24 11 12 13', '…'],
  ['+45 24 11 12 13', '…'],
  ['(+45) 24.11.12.13', '…'],
  ['004524111213', '…'],
  ['45 24111213', '…'],
  ['2 4 1 1 1 2 1 3', '…'],
  ['mit nummer er 2411-1213, tak', 'mit nummer er …, tak'],
  ['24111213 kl 10-12', '… kl 10-12'],
  ['24 11 12 13 10-12', '… 10-12'],
  ['2: 24111213', '2: …'],
  ['fireogtyve elleve tolv tretten', '…'],
  ['two four double one one two one three please', '… please'],
  ['sag 2025-0012345, ring 24 11 12 13', 'sag 2025-0012345, ring …'],
])('"%s" gives the number in E.164', (text, rest) => {
  expect(takePhone(text)).toEqual({ state: 'given', number: '+4524111213', rest })
})

test('70 numbers are taken: the citizen can be called there', () => {
  expect(takePhone('70 10 20 30')).toMatchObject({ state: 'given', number: '+4570102030' })
})

test('of two numbers the first is taken, and the other is left for masking', () => {
  expect(takePhone('24111213 eller 26111213').rest).toBe('… eller 26111213')
})

test.each([
  ['free', '80 20 30 40'],
  ['premium', '90 20 30 40'],
  ['short', '1813'],
  ['short, in words', 'ring på 112'],
  ['seven digits', '2411121'],
  ['nine digits', '24 11 12 13 1'],
  ['ten digits', '71 24 11 12 13'],
  ['Swedish', '+46 70 111 22 33'],
  ['Swedish with 00', '0046 70 111 22 33'],
  ['British', 'my number is 020 7946 0958'],
  ['not in use', '12 34 56 78'],
])('a number is refused: %s', (_, text) => {
  const taken = takePhone(text)
  expect(taken.state).toBe('refused')
  expect(taken.rest).not.toMatch(/\d/)
})

test.each([
  'ja tak',
  '2',
  'nr. 1 tak',
  '10-12',
  'kl. 9.30',
  'mandag 9–12',
  'den 12. juni 2027',
  '12.06.2027',
  '2026-2027',
  'sagsnummer 24111213',
  'det koster 24.111.213 kr.',
  'i morgen mellem tolv og seksten',
  '4111 1111 1111 1111',
])('"%s" holds no number', (text) => {
  expect(takePhone(text)).toEqual({ state: 'none', rest: text })
})

test('a CPR number is never taken for a phone number, and what is left of it is masked', () => {
  const mask = createMask({ label: (kind) => `[${kind}]`, publicNumbers: new Set() })
  const spelled = fc.constantFrom(
    '240311-1213',
    '2403111213',
    '24 03 11 12 13',
    'født 24/3-2011, sidste fire 1213',
  )
  const phone = fc.constantFrom('', ' tlf 24111213', ', 24 11 12 13', ' og +45 24 11 12 13')
  fc.assert(
    fc.property(spelled, phone, fc.boolean(), (cpr, number, first) => {
      const taken = takePhone(first ? `${number}, ${cpr}` : `${cpr}${number}`)
      expect(taken.state).toBe(number === '' ? 'none' : 'given')
      expect(mask(taken.rest, 'da').text).not.toMatch(/\d/)
    }),
  )
})
