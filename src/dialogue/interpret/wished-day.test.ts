import { describe, expect, it } from 'vitest'
import { wishedDay } from './wished-day.ts'

// A Wednesday afternoon in Copenhagen, the last one before Easter.
const now = '2027-03-24T14:30:00.000Z'

describe('the day that is wished for', () => {
  it.each([
    ['mandag kl. 9', '2027-03-29'],
    ['onsdag', '2027-03-31'],
    ['i morgen tidlig', '2027-03-25'],
    ['i overmorgen', '2027-03-26'],
    ['the day after tomorrow', '2027-03-26'],
    ['i dag', '2027-03-24'],
    ['Monday at 9', '2027-03-29'],
    ['den 29. marts', '2027-03-29'],
    ['29/3', '2027-03-29'],
    ['March 29th', '2027-03-29'],
    ['den 1. marts', '2028-03-01'],
    ['2. påskedag', '2027-03-29'],
    ['2. paaskedag', '2027-03-29'],
    ['påskedag', '2027-03-28'],
    ['juleaften', '2027-12-24'],
    ['on Christmas Day', '2027-12-25'],
    ['den 31. februar', undefined],
    ['20 00 01 23', undefined],
    ['hvad koster et pas', undefined],
  ])('%j', (text, day) => {
    expect(wishedDay(text, now)).toBe(day)
  })
})
