import { expect, it } from 'vitest'
import { countSegments } from '#platform/sms-segments.ts'
import { inGsm7 } from './in-gsm-7.ts'

it.each([
  ['det’s fint', "det's fint"],
  [
    'Du skal bestille tid – det tager 2 minutter…',
    'Du skal bestille tid - det tager 2 minutter...',
  ],
  ['»Ja« kl.\u00a09', '"Ja" kl. 9'],
  ['Entré á 100 kr.', 'Entré à 100 kr.'],
  ['Entre\u0301 2 × 50\u2009kr.', 'Entré 2 x 50 kr.'],
  ['Se kk.dk/bestil – 891\u00a0kr.', 'Se kk.dk/bestil - 891 kr.'],
])('%s costs one segment', (text, plain) => {
  expect(inGsm7(text)).toBe(plain)
  expect(countSegments(plain)).toMatchObject({ encoding: 'gsm-7', segments: 1 })
})

it.each([
  'Blåbærgrød {æøå} €5',
  'Смотрите – kk.dk',
  'kk.dk/a–b',
  'Entré á 100 kr. – tak 😊',
  'Hej Páll – vi ses',
])('%s stays as it is', (text) => expect(inGsm7(text)).toBe(text))
