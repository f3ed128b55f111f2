import { expect, it } from 'vitest'
import {
  bound,
  clockTime,
  dayName,
  inPairs,
  isSameDay,
  shownUrl,
  telLink,
  yearOrMonth,
} from './format.ts'
import { phoneFault } from './phone-check.ts'

it('tells the time and the day as they are in Copenhagen', () => {
  expect(clockTime('2026-06-05T20:01:00Z', 'da')).toBe('22.01')
  expect(clockTime('2026-06-08T07:10:00Z', 'da')).toBe('9.10')
  expect(clockTime('2026-06-05T20:01:00Z', 'en')).toBe('22:01')
  expect(dayName('2026-06-05T22:30:00Z', 'da')).toBe('Lørdag 6.\u00a0juni')
  expect(dayName('2026-06-05T20:30:00Z', 'en')).toBe('Friday 5\u00a0June')
  expect(isSameDay('2026-06-05T21:59:00Z', '2026-06-05T22:01:00Z')).toBe(false)
})

it('writes numbers and addresses as people read them', () => {
  expect(inPairs('4821937')).toBe('48 21 93 7')
  expect(telLink('70 201 201')).toBe('tel:+4570201201')
  expect(telLink('112')).toBe('tel:112')
  expect(shownUrl('https://www.kk.dk/bestiltid/')).toBe('kk.dk/bestiltid')
  expect(bound('mandag 8. juni kl. 9 koster 891 kr.')).toBe(
    'mandag 8.\u00a0juni kl.\u00a09 koster 891\u00a0kr.',
  )
  expect(bound('Din reference er 54 00 45 6. Ring 33 66 33 66.')).toBe(
    'Din reference er 54\u00a000\u00a045\u00a06. Ring 33\u00a066\u00a033\u00a066.',
  )
})

it('says how old a page is as a year or as a month', () => {
  expect(yearOrMonth('2023', 'da')).toBe('2023')
  expect(yearOrMonth('2026-05', 'da')).toBe('maj 2026')
  expect(yearOrMonth('2024-03', 'en')).toBe('March 2024')
  expect(yearOrMonth('2024-03-18', 'en')).toBe('March 2024')
})

it('says what is wrong with a number', () => {
  const say = (key: string) => key
  expect(phoneFault('20 00 01 23', say)).toBeNull()
  expect(phoneFault('+45 20000123', say)).toBeNull()
  expect(phoneFault('', say)).toBe('phone-missing')
  expect(phoneFault('20 00 01 2', say)).toBe('phone-short')
  expect(phoneFault('200001234', say)).toBe('phone-long')
  expect(phoneFault('ring nu', say)).toBe('phone-letters')
})
