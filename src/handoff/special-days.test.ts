import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Calendar } from './calendar.ts'
import { SpecialDayEntry } from './periods.ts'
import { closedEarly, daySet, type SpecialDayChange } from './special-days.ts'

const nine = { from: 540, to: 960 }
const late = { from: 720, to: 1_080 }
const week = (periods: readonly { from: number; to: number }[]) =>
  Array.from({ length: 7 }, () => periods)
const queue = (id: string, periods: readonly { from: number; to: number }[]) => ({
  id,
  name: { da: id, en: id },
  example: true,
  week: week(periods),
})
const calendar = (...queues: ReturnType<typeof queue>[]): Calendar => ({
  queues: new Map(queues.map((one) => [one.id, one])),
  defaultQueue: queues[0]?.id ?? '',
  specialDays: [],
})
const tuesday = Temporal.PlainDate.from('2026-06-09')
const hoursBy = (changes: readonly SpecialDayChange[] | string) =>
  typeof changes === 'string'
    ? changes
    : Object.fromEntries(changes.map(({ key, entry }) => [key, entry?.hours ?? null]))

describe('closing early', () => {
  it('is one entry for queues that then have the same hours, and ends what was set for single ones', () => {
    const both = calendar(queue('a', [nine]), queue('b', [nine]))
    expect(hoursBy(closedEarly(both, 'all', tuesday, 840, 'møde'))).toEqual({
      '2026-06-09:all': ['09:00-14:00'],
      '2026-06-09:a': null,
      '2026-06-09:b': null,
    })
  })
  it('is one entry a queue where hours differ; who has not opened by then stays closed', () => {
    const both = calendar(queue('a', [nine]), queue('b', [late]))
    expect(hoursBy(closedEarly(both, 'all', tuesday, 700, 'møde'))).toEqual({
      '2026-06-09:a': ['09:00-11:40'],
      '2026-06-09:b': 'closed',
    })
    expect(hoursBy(closedEarly(both, 'b', tuesday, 780, 'møde'))).toEqual({
      '2026-06-09:b': ['12:00-13:00'],
    })
  })
  it('keeps the break of a day in two parts', () => {
    const parts = calendar(
      queue('a', [
        { from: 540, to: 720 },
        { from: 780, to: 960 },
      ]),
    )
    expect(hoursBy(closedEarly(parts, 'a', tuesday, 840, 'møde'))).toEqual({
      '2026-06-09:a': ['09:00-12:00', '13:00-14:00'],
    })
    expect(hoursBy(closedEarly(parts, 'a', tuesday, 720, 'møde'))).toEqual({
      '2026-06-09:a': ['09:00-12:00'],
    })
  })
  it('says when there is nothing to close', () => {
    const one = calendar(queue('a', [nine]))
    expect(closedEarly(one, 'all', tuesday, 960, 'møde')).toBe('closes-before')
    const fifth = Temporal.PlainDate.from('2026-06-05')
    expect(closedEarly(one, 'all', fifth, 700, 'møde')).toBe('closed-already')
  })
  it('writes entries that the register can be read with', () => {
    const both = calendar(queue('a', [nine]), queue('b', [late]))
    for (let minute = 541; minute < 1_080; minute += 7) {
      const changes = closedEarly(both, 'all', tuesday, minute, 'møde')
      if (typeof changes === 'string') throw new Error(changes)
      for (const { entry } of changes) if (entry) SpecialDayEntry.parse(entry)
    }
  })
})

it('a day of all queues takes the place of what was set for single ones', () => {
  const both = calendar(queue('a', [nine]), queue('b', [nine]))
  const day = { date: '2026-06-09', queue: 'all', hours: 'closed', note: 'flytning' } as const
  expect(hoursBy(daySet(both, day))).toEqual({
    '2026-06-09:all': 'closed',
    '2026-06-09:a': null,
    '2026-06-09:b': null,
  })
})
