import { describe, expect, it } from 'vitest'
import { at, calendarWith, weekdays9to16 } from './fixtures/hours.ts'
import { sayHours, sayInstant, saySlot } from './say-when.ts'

const friday = at('2026-06-05T22:00')

describe('an instant', () => {
  it.each([
    ['2026-06-05T23:30', 'i dag kl. 23.30', 'today at 11.30 pm'],
    ['2026-06-06T12:00', 'i morgen kl. 12', 'tomorrow at noon'],
    ['2026-06-08T09:00', 'mandag den 8. juni kl. 9', 'Monday 8 June at 9 am'],
    ['2026-12-24T00:00', 'torsdag den 24. december kl. 0', 'Thursday 24 December at midnight'],
    ['2027-06-05T09:05', 'lørdag den 5. juni 2027 kl. 9.05', 'Saturday 5 June 2027 at 9.05 am'],
  ])('%s is said from Friday evening', (local, da, en) => {
    expect(sayInstant(at(local), friday, 'da')).toBe(da)
    expect(sayInstant(at(local), friday, 'en')).toBe(en)
  })

  it('is tomorrow by the calendar, not after 24 hours', () => {
    expect(sayInstant(at('2026-06-06T00:10'), at('2026-06-05T23:59'), 'da')).toBe(
      'i morgen kl. 0.10',
    )
  })
})

describe('a slot', () => {
  const slot = (day: string, from: string, to: string) => ({
    from: at(`${day}T${from}`),
    to: at(`${day}T${to}`),
  })
  it.each([
    [
      slot('2026-06-08', '09:00', '12:00'),
      'mandag mellem kl. 9 og 12',
      'Monday between 9 am and noon',
    ],
    [
      slot('2026-06-06', '12:00', '16:00'),
      'i morgen mellem kl. 12 og 16',
      'tomorrow between noon and 4 pm',
    ],
    [
      slot('2026-06-12', '09:00', '12:00'),
      'fredag den 12. juni mellem kl. 9 og 12',
      'Friday 12 June between 9 am and noon',
    ],
  ])('$from is said from Friday evening', (when, da, en) => {
    expect(saySlot(when, friday, 'da')).toBe(da)
    expect(saySlot(when, friday, 'en')).toBe(en)
  })
})

describe('the hours of a queue', () => {
  it.each([
    ['2026-06-05T22:00', 'Åbner mandag kl. 9', 'Opens Monday at 9 am'],
    ['2026-06-09T11:00', 'Åbent til kl. 16', 'Open until 4 pm'],
    ['2026-06-09T07:00', 'Åbner i dag kl. 9', 'Opens today at 9 am'],
    ['2026-06-09T17:00', 'Åbner i morgen kl. 9', 'Opens tomorrow at 9 am'],
    ['2026-03-31T17:00', 'Åbner i morgen kl. 9', 'Opens tomorrow at 9 am'],
    ['2025-12-30T17:00', 'Åbner fredag kl. 9', 'Opens Friday at 9 am'],
  ])('are said at %s', (local, da, en) => {
    expect(sayHours(weekdays9to16, 'q', at(local), 'da')).toBe(da)
    expect(sayHours(weekdays9to16, 'q', at(local), 'en')).toBe(en)
  })

  it('end at 24, past midnight, or days later', () => {
    const calendar = (...days: string[][]) => calendarWith({ ...days })
    const monday = at('2026-06-08T20:00')
    expect(sayHours(calendar(['18:00-24:00']), 'q', monday, 'da')).toBe('Åbent til kl. 24')
    expect(sayHours(calendar(['18:00-24:00']), 'q', monday, 'en')).toBe('Open until midnight')
    expect(sayHours(calendar(['18:00-02:00']), 'q', monday, 'da')).toBe('Åbent til kl. 2')
    expect(sayHours(calendar(['00:00-24:00'], ['00:00-24:00']), 'q', monday, 'da')).toBe(
      'Åbent til i morgen kl. 24',
    )
  })

  it('never end day and night, and never begin without any', () => {
    const always = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, ['00:00-24:00']]))
    expect(sayHours(calendarWith(always), 'q', at('2026-07-08T20:00'), 'da')).toBe(
      'Åbent hele døgnet',
    )
    expect(sayHours(calendarWith({}), 'q', at('2026-07-08T20:00'), 'en')).toBe('Closed')
  })
})
