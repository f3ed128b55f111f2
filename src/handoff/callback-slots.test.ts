import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callbackSlots } from './callback-slots.ts'
import { at, calendarWith, periods, weekdays9to16 } from './fixtures/hours.ts'
import { closesAt, isOpen } from './open-times.ts'

describe('callback slots', () => {
  it('are morning and afternoon of the next open day', () => {
    expect(callbackSlots(weekdays9to16, 'q', at('2026-06-05T22:00'), 3)).toEqual([
      { from: at('2026-06-08T09:00'), to: at('2026-06-08T12:00') },
      { from: at('2026-06-08T12:00'), to: at('2026-06-08T16:00') },
      { from: at('2026-06-09T09:00'), to: at('2026-06-09T12:00') },
    ])
  })

  it('leave out a slot that has begun', () => {
    const [first] = callbackSlots(weekdays9to16, 'q', at('2026-06-09T09:00'), 1)
    expect(first?.from).toBe(at('2026-06-09T12:00'))
  })

  it('are cut to the hours of a special day', () => {
    const short = { date: '2026-06-09', queue: 'all', hours: periods('10:00-13:00'), note: 'kort' }
    const calendar = calendarWith({ 1: ['09:00-16:00'] }, [short])
    expect(callbackSlots(calendar, 'q', at('2026-06-09T08:00'), 2)).toEqual([
      { from: at('2026-06-09T10:00'), to: at('2026-06-09T12:00') },
      { from: at('2026-06-09T12:00'), to: at('2026-06-09T13:00') },
    ])
  })

  it('leave out a piece that is too short to be kept', () => {
    const calendar = calendarWith({ 1: ['09:00-12:10'] })
    const slots = callbackSlots(calendar, 'q', at('2026-06-09T08:00'), 2)
    expect(slots.map(({ from }) => from)).toEqual([at('2026-06-09T09:00'), at('2026-06-16T09:00')])
  })

  it('are none when the queue opens in the evening only', () => {
    expect(
      callbackSlots(calendarWith({ 1: ['18:00-21:00'] }), 'q', at('2026-06-09T08:00'), 2),
    ).toEqual([])
  })

  it('have not begun, follow each other and lie in open time', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((h) => String(h).padStart(2, '0'))
    const hours = fc.tuple(hour, hour).map(([from, to]) => `${from}:00-${to}:30`)
    const days = fc.array(fc.array(hours, { maxLength: 3 }), { minLength: 7, maxLength: 7 })
    const minute = fc.integer({ min: 0, max: 525_600 })
    fc.assert(
      fc.property(days, minute, (week, m) => {
        const calendar = calendarWith({ ...week })
        let before = new Date(Date.UTC(2026, 0, 1) + m * 60_000).toISOString()
        for (const { from, to } of callbackSlots(calendar, 'q', before, 4)) {
          expect(from >= before && from < to).toBe(true)
          expect(isOpen(calendar, 'q', from)).toBe(true)
          const closes = closesAt(calendar, 'q', from)
          expect(closes === null || closes >= to).toBe(true)
          before = to
        }
      }),
    )
  })
})
