import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, calendarWith, periods, weekdays9to16 } from './fixtures/hours.ts'
import { addOpenMinutes, closesAt, isOpen, nextOpening } from './open-times.ts'

const everyDay = (...hours: string[]) =>
  calendarWith(Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, hours])))

describe('a queue that is open on weekdays from 9 to 16', () => {
  it('is open from 9 on the dot, and closed at 16', () => {
    expect(isOpen(weekdays9to16, 'q', at('2026-06-09T09:00'))).toBe(true)
    expect(isOpen(weekdays9to16, 'q', at('2026-06-09T15:59'))).toBe(true)
    expect(isOpen(weekdays9to16, 'q', at('2026-06-09T16:00'))).toBe(false)
    expect(isOpen(weekdays9to16, 'q', at('2026-06-09T08:59'))).toBe(false)
  })

  it('opens on Monday after the evening of Grundlovsdag, a Friday', () => {
    expect(nextOpening(weekdays9to16, 'q', at('2026-06-05T22:00'))).toBe(at('2026-06-08T09:00'))
  })

  it('opens after Easter when somebody asks on Wednesday evening before it', () => {
    expect(nextOpening(weekdays9to16, 'q', at('2026-04-01T20:00'))).toBe(at('2026-04-07T09:00'))
  })

  it('counts five open minutes over the night', () => {
    expect(addOpenMinutes(weekdays9to16, 'q', at('2026-06-09T15:58'), 5)).toBe(
      at('2026-06-10T09:03'),
    )
  })

  it('tells when it closes, and nothing while it is closed', () => {
    expect(closesAt(weekdays9to16, 'q', at('2026-06-09T11:00'))).toBe(at('2026-06-09T16:00'))
    expect(closesAt(weekdays9to16, 'q', at('2026-06-09T18:00'))).toBeNull()
  })
})

describe('special days', () => {
  const closed = { date: '2026-06-09', queue: 'all', hours: 'closed', note: 'flytning' } as const
  const open = { date: '2026-06-09', queue: 'q', hours: periods('10:00-11:00'), note: 'q' }
  const week = { 1: ['09:00-16:00'] }

  it('close a day for all', () => {
    expect(isOpen(calendarWith(week, [closed]), 'q', at('2026-06-09T10:30'))).toBe(false)
  })

  it('go before one for all when they are for the queue', () => {
    expect(isOpen(calendarWith(week, [closed, open]), 'q', at('2026-06-09T10:30'))).toBe(true)
    expect(isOpen(calendarWith(week, [closed, open]), 'q', at('2026-06-09T09:30'))).toBe(false)
  })

  it('open a holiday', () => {
    const holiday = { ...open, date: '2026-06-05' }
    expect(isOpen(calendarWith({}, [holiday]), 'q', at('2026-06-05T10:00'))).toBe(true)
  })

  it('do not end what began the evening before', () => {
    const night = calendarWith({ 0: ['22:00-02:00'] }, [closed])
    expect(isOpen(night, 'q', at('2026-06-09T01:30'))).toBe(true)
  })
})

describe('hours to midnight and past it', () => {
  it('run on without a gap from 24:00 into the next day', () => {
    const calendar = calendarWith({ 0: ['18:00-24:00'], 1: ['00:00-03:00'] })
    expect(closesAt(calendar, 'q', at('2026-06-08T20:00'))).toBe(at('2026-06-09T03:00'))
  })

  it('are open after midnight of the day on which they began', () => {
    const calendar = calendarWith({ 4: ['22:00-02:00'] })
    expect(isOpen(calendar, 'q', at('2026-06-13T01:59'))).toBe(true)
    expect(isOpen(calendar, 'q', at('2026-06-13T02:00'))).toBe(false)
    expect(isOpen(calendar, 'q', at('2026-06-12T01:00'))).toBe(false)
  })

  it('never close when they touch every day', () => {
    const always = everyDay('00:00-24:00')
    expect(closesAt(always, 'q', at('2026-07-01T12:00'))).toBeNull()
    expect(nextOpening(always, 'q', at('2026-07-01T12:00'))).toBeNull()
  })
})

describe('the hour that changes', () => {
  it('is missing in spring: 22 to 4 is five hours', () => {
    const night = everyDay('22:00-04:00')
    expect(openMinutes(night, '2026-03-28T21:00', '2026-03-29T08:00')).toBe(5 * 60)
  })

  it('comes twice in autumn: 22 to 4 is seven hours', () => {
    const night = everyDay('22:00-04:00')
    expect(openMinutes(night, '2026-10-24T21:00', '2026-10-25T08:00')).toBe(7 * 60)
  })

  it('opens at the end of the missing hour what should open within it', () => {
    for (const from of ['02:00', '02:30', '02:59']) {
      const early = everyDay(`${from}-06:00`)
      expect(nextOpening(early, 'q', at('2026-03-29T01:00'))).toBe('2026-03-29T01:00:00.000Z')
    }
  })

  it('leaves no gap between two periods that touch within it', () => {
    const split = everyDay('00:00-02:30', '02:30-06:00')
    expect(openMinutes(split, '2026-03-28T23:00', '2026-03-29T08:00')).toBe(5 * 60)
    expect(openMinutes(split, '2026-10-24T23:00', '2026-10-25T08:00')).toBe(7 * 60)
  })

  it('moves nine o’clock by an hour of UTC', () => {
    expect(nextOpening(weekdays9to16, 'q', '2026-03-27T20:00:00.000Z')).toBe(
      '2026-03-30T07:00:00.000Z',
    )
    expect(nextOpening(weekdays9to16, 'q', '2026-10-23T20:00:00.000Z')).toBe(
      '2026-10-26T08:00:00.000Z',
    )
  })
})

const clock = fc
  .integer({ min: 0, max: 23 * 60 + 59 })
  .map((m) => new Date(m * 60_000).toISOString().slice(11, 16))
const hours = fc
  .tuple(clock, clock)
  .filter(([from, to]) => from !== to && to !== '23:59')
  .map(([from, to]) => `${from}-${to}`)
const week = fc
  .array(fc.array(hours, { maxLength: 3 }), { minLength: 7, maxLength: 7 })
  .map((days) => calendarWith({ ...days }))
const minutes2026 = 365 * 24 * 60
const instant = fc
  .integer({ min: 0, max: minutes2026 })
  .map((m) => new Date(Date.UTC(2026, 0, 1) + m * 60_000).toISOString())
const minuteBefore = (iso: string) => new Date(Date.parse(iso) - 60_000).toISOString()

describe('any week of hours, at any minute', () => {
  it('opens when it says so, and not a minute earlier', () => {
    fc.assert(
      fc.property(week, instant, (calendar, now) => {
        const opens = nextOpening(calendar, 'q', now)
        if (opens === null) return
        expect(opens > now).toBe(true)
        expect(isOpen(calendar, 'q', opens)).toBe(true)
        expect(isOpen(calendar, 'q', minuteBefore(opens))).toBe(false)
      }),
    )
  })

  it('is open until it closes, and not then', () => {
    fc.assert(
      fc.property(week, instant, (calendar, now) => {
        const closes = closesAt(calendar, 'q', now)
        if (closes === null) return
        expect(isOpen(calendar, 'q', minuteBefore(closes))).toBe(true)
        expect(isOpen(calendar, 'q', closes)).toBe(false)
      }),
    )
  })

  it('reaches more open minutes later, whether asked for more of them or later', () => {
    const wanted = fc.integer({ min: 0, max: 3000 })
    fc.assert(
      fc.property(week, instant, wanted, wanted, (calendar, now, a, b) => {
        const fewer = addOpenMinutes(calendar, 'q', now, Math.min(a, b))
        const more = addOpenMinutes(calendar, 'q', now, Math.max(a, b))
        if (fewer === null) expect(more).toBeNull()
        if (fewer === null || more === null) return
        expect(fewer <= more).toBe(true)
        const earlier = addOpenMinutes(calendar, 'q', minuteBefore(now), Math.max(a, b))
        expect(earlier !== null && earlier <= more).toBe(true)
      }),
    )
  })

  it('reaches as many open minutes as were counted', () => {
    fc.assert(
      fc.property(week, instant, fc.integer({ min: 1, max: 400 }), (calendar, now, minutes) => {
        const end = addOpenMinutes(calendar, 'q', now, minutes)
        if (end === null || Date.parse(end) - Date.parse(now) > 86_400_000) return
        expect(minutesOpenBetween(calendar, now, end)).toBe(minutes)
      }),
      { numRuns: 15 },
    )
  })
})

function openMinutes(calendar: ReturnType<typeof calendarWith>, from: string, to: string): number {
  return minutesOpenBetween(calendar, at(from), at(to))
}

/** The slow way: looks at every minute. */
function minutesOpenBetween(calendar: ReturnType<typeof calendarWith>, from: string, to: string) {
  let open = 0
  for (let ms = Date.parse(from); ms < Date.parse(to); ms += 60_000)
    if (isOpen(calendar, 'q', new Date(ms).toISOString())) open++
  return open
}
