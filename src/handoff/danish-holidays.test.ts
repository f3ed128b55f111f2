import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { easterSunday, holidayOn } from './danish-holidays.ts'

const movable = [
  ['2025', '04-17 04-18 04-20 04-21 05-29 06-08 06-09'],
  ['2026', '04-02 04-03 04-05 04-06 05-14 05-24 05-25'],
  ['2027', '03-25 03-26 03-28 03-29 05-06 05-16 05-17'],
  ['2028', '04-13 04-14 04-16 04-17 05-25 06-04 06-05'],
  ['2029', '03-29 03-30 04-01 04-02 05-10 05-20 05-21'],
  ['2030', '04-18 04-19 04-21 04-22 05-30 06-09 06-10'],
] as const
const fixed = '01-01 06-05 12-24 12-25 12-26 12-31'

describe('Danish public holidays', () => {
  it.each(movable)('are these days of %s and no others', (year, days) => {
    const expected = new Set(`${days} ${fixed}`.split(' '))
    expect(closedDaysOf(Number(year))).toEqual([...expected].toSorted())
  })

  it('leave 1 May open', () => {
    expect(holidayOn(Temporal.PlainDate.from('2026-05-01'))).toBeUndefined()
  })

  it('have no Store bededag from 2024', () => {
    expect(holidayOn(Temporal.PlainDate.from('2023-05-05'))).toBe('great-prayer-day')
    expect(holidayOn(Temporal.PlainDate.from('2024-04-26'))).toBeUndefined()
  })

  it.each([
    ['1818', '1818-03-22'],
    ['1954', '1954-04-18'],
    ['2000', '2000-04-23'],
    ['2038', '2038-04-25'],
  ])('put Easter of %s on %s', (year, date) => {
    expect(easterSunday(Number(year)).toString()).toBe(date)
  })
})

function closedDaysOf(year: number): string[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }))
    .filter((date) => holidayOn(date))
    .map((date) => date.toString().slice(5))
}
