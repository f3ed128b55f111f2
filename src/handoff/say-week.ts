import { Temporal } from 'temporal-polyfill'
import type { Language } from '#conversation/events.ts'
import type { Period, Queue } from './calendar.ts'
import { inCopenhagen, msAt, toInstant } from './copenhagen.ts'
import { weekdayName } from './say-day.ts'
import { sayEnd, sayTime } from './say-time.ts'
import { fill, whenWords } from './when-words.ts'

/** The usual week of a queue: `mandag til fredag kl. 9-16`; days of equal hours in a row are one. */
export function sayWeek(queue: Queue, language: Language): string {
  const said = saidWeeks.get(queue) ?? {}
  saidWeeks.set(queue, said)
  said[language] ??= putWeek(queue, language)
  return said[language]
}

// The week of a queue is read once, at the start, and said in many turns.
const saidWeeks = new WeakMap<Queue, Partial<Record<Language, string>>>()

function putWeek({ week }: Queue, language: Language): string {
  const words = whenWords[language]
  const runs = week.reduce<readonly Run[]>((before, periods, day) => {
    const hours = periods.map((period) => sayPeriod(period, language)).join(words['and-hours'])
    const last = before.at(-1)
    return last?.hours === hours
      ? before.with(-1, { ...last, to: day })
      : before.concat({ from: day, to: day, hours })
  }, [])
  const said = runs.filter(({ hours }) => hours !== '').map((run) => sayRun(run, language))
  return said.length === 0 ? words.closed.toLowerCase() : said.join(', ')
}

type Run = { from: number; to: number; hours: string }

// Any Monday without a change of the clock.
const monday = Temporal.PlainDate.from('2026-06-08')

function sayRun({ from, to, hours }: Run, language: Language): string {
  const first = weekdayName(monday.add({ days: from }), language)
  const last = weekdayName(monday.add({ days: to }), language)
  const { 'day-hours': one, 'days-hours': several } = whenWords[language]
  return fill(from === to ? one : several, { first, last, hours })
}

function sayPeriod({ from, to }: Period, language: Language): string {
  const at = (minutes: number) => inCopenhagen(toInstant(msAt(monday, minutes)))
  return fill(whenWords[language].hours, {
    from: sayTime(at(from), language),
    to: sayEnd(at(to), language),
  })
}
