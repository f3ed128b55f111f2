import { Temporal } from 'temporal-polyfill'
import { inCopenhagen } from '#handoff/copenhagen.ts'
import { holidayOn, holidays } from '#handoff/danish-holidays.ts'
import { whenWords } from '#handoff/when-words.ts'
import { mentions, plain, wordsFor } from './words.ts'

/** The next day that a text names, `2027-03-29`: "mandag", "i overmorgen", "den 29. marts", "29/3", "2. påskedag". */
export function wishedDay(text: string, now: string): string | undefined {
  const today = inCopenhagen(now).toPlainDate()
  const day =
    ahead(text, today) ?? named(text, today) ?? holiday(text, today) ?? weekday(text, today)
  return day?.toString()
}

const A_YEAR_OF_DAYS = 366

/** In Danish, then in English, each in the order of `holidays`. */
export const holidayNames: readonly string[] = [whenWords.da, whenWords.en].flatMap((words) =>
  holidays.map((one) => plain(words.holidays[one])),
)

function ahead(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  // "overmorgen" before "i morgen": the longer one holds the shorter in English.
  if (mentions(text, 'day-after-tomorrow')) return today.add({ days: 2 })
  if (mentions(text, 'tomorrow')) return today.add({ days: 1 })
  return mentions(text, 'today') ? today : undefined
}

/** A weekday is the next one after today: for today people say "i dag". */
function weekday(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const said = (name: string) =>
    wordsFor(name).findIndex((word) => ` ${plain(text)} `.includes(` ${word} `)) % 7
  const day = Math.max(said('weekdays'), said('weekdays-short'))
  if (day < 0) return undefined
  return today.add({ days: ((day + 1 - today.dayOfWeek + 6) % 7) + 1 })
}

function named(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const [, dayFirst, slashMonth] = /(?<!\d)(\d{1,2})\s*\/\s*(\d{1,2})(?!\d)/.exec(text) ?? []
  if (dayFirst && slashMonth) return next(Number(slashMonth), Number(dayFirst), today)
  const words = plain(text).split(' ')
  const months = wordsFor('months')
  const at = words.findIndex((word) => months.includes(word))
  if (at < 0) return undefined
  const month = (months.indexOf(words[at] ?? '') % 12) + 1
  const day = [words[at - 1], words[at + 1]]
    .map((word) => Number(/^(\d{1,2})(st|nd|rd|th)?$/.exec(word ?? '')?.[1]))
    .find((number) => number >= 1)
  return day === undefined ? undefined : next(month, day, today)
}

function holiday(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  // The longest name first: "2. påskedag" holds "påskedag".
  const [said] = holidayNames
    .filter((name) => ` ${plain(text)} `.includes(` ${name} `))
    .toSorted((a, b) => b.length - a.length)
  if (said === undefined) return undefined
  const name = holidays[holidayNames.indexOf(said) % holidays.length]
  for (let days = 0; days <= A_YEAR_OF_DAYS; days++) {
    const date = today.add({ days })
    if (holidayOn(date) === name) return date
  }
  return undefined
}

/** This year's, or next year's once it has passed. Undefined when there is no such day. */
function next(month: number, day: number, today: Temporal.PlainDate) {
  for (const year of [today.year, today.year + 1]) {
    try {
      const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
      if (Temporal.PlainDate.compare(date, today) >= 0) return date
    } catch {
      // 29 February of a year that has none: the next one may.
    }
  }
  return undefined
}
