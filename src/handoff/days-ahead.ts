import type { Temporal } from 'temporal-polyfill'
import type { Language } from '#conversation/events.ts'
import { type Calendar, type OpenTime, openTimesOn } from './calendar.ts'
import { inCopenhagen, toInstant } from './copenhagen.ts'
import { sayDate } from './say-day.ts'
import { sayEnd, sayTime } from './say-time.ts'
import { fill, whenWords } from './when-words.ts'

/** Hours of a day in words, and the queues that have them; those of equal hours stand together. */
export type DayAhead = { date: string; day: string; hours: readonly HoursOfQueues[] }
export type HoursOfQueues = {
  said: string
  isClosed: boolean
  queues: readonly string[]
  isAll: boolean
}

/** The coming days from the day of `at` on, with the hours of each queue as they now are. */
export function daysAhead(
  calendar: Calendar,
  at: string,
  days: number,
  language: Language,
): readonly DayAhead[] {
  const today = inCopenhagen(at).toPlainDate()
  return Array.from({ length: days }, (_, i) => {
    const date = today.add({ days: i })
    return {
      date: date.toString(),
      day: sayDate(date, today, language),
      hours: hoursByQueues(calendar, date, language),
    }
  })
}

function hoursByQueues(
  calendar: Calendar,
  date: Temporal.PlainDate,
  language: Language,
): readonly HoursOfQueues[] {
  const bySaid = new Map<string, { isClosed: boolean; queues: string[] }>()
  for (const [id, { name }] of calendar.queues) {
    const times = openTimesOn(calendar, id, date)
    const said = sayTimes(times, language)
    const before = bySaid.get(said)?.queues ?? []
    bySaid.set(said, { isClosed: times.length === 0, queues: [...before, name[language]] })
  }
  const isAll = bySaid.size === 1
  return [...bySaid].map(([said, { isClosed, queues }]) => ({ said, isClosed, queues, isAll }))
}

function sayTimes(times: readonly OpenTime[], language: Language): string {
  const words = whenWords[language]
  if (times.length === 0) return words.closed
  const one = ({ from, to }: OpenTime) =>
    fill(words.hours, {
      from: sayTime(inCopenhagen(toInstant(from)), language),
      to: sayEnd(inCopenhagen(toInstant(to)), language),
    })
  return times.map(one).join(words['and-hours'])
}
