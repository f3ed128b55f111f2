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
  ['Se kk.dk/bestil – 891\u00a0kr.', 'Se kk.dk/bestil - 891 kr.'],
])('%s costs one segment', (text, plain) => {
  expect(inGsm7(text)).toBe(plain)
  expect(countSegments(plain)).toMatchObject({ encoding: 'gsm-7', segments: 1 })
})

it.each(['Blåbærgrød {æøå} €5', 'Смотрите – kk.dk', 'kk.dk/a–b', 'Entré á 100 kr. – tak 😊'])(
  '%s stays as it is',
  (text) => expect(inGsm7(text)).toBe(text),
)
