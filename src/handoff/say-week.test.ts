import { describe, expect, it } from 'vitest'
import { calendarWith, weekdays9to16 } from './fixtures/hours.ts'
import { sayWeek } from './say-week.ts'

const week = (calendar: ReturnType<typeof calendarWith>, language: 'da' | 'en') => {
  const queue = calendar.queues.get('q')
  return queue && sayWeek(queue, language)
}

describe('the usual week of a queue', () => {
  it.each([
    [weekdays9to16, 'mandag til fredag kl. 9-16', 'Monday to Friday, 9 am to 4 pm'],
    [
      calendarWith({ 0: ['09:00-12:00', '12:30-16:00'], 3: ['22:00-02:00'] }),
      'mandag kl. 9-12 og 12.30-16, torsdag kl. 22-2',
      'Monday 9 am to noon and 12.30 pm to 4 pm, Thursday 10 pm to 2 am',
    ],
    [calendarWith({ 6: ['18:00-24:00'] }), 'søndag kl. 18-24', 'Sunday 6 pm to midnight'],
    [calendarWith({}), 'lukket', 'closed'],
  ])('is said once for days that are alike', (calendar, da, en) => {
    expect(week(calendar, 'da')).toBe(da)
    expect(week(calendar, 'en')).toBe(en)
  })
})
