import type { Temporal } from 'temporal-polyfill'
import type { Language } from '#conversation/events.ts'
import { fill, whenWords } from './when-words.ts'

/** `i dag`, `i morgen`, `mandag den 8. juni`; the year from twelve months away. */
export function sayDate(
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
  language: Language,
): string {
  const words = whenWords[language]
  const days = daysTo(day, today)
  if (days === 0) return words.today
  if (days === 1) return words.tomorrow
  const far = Math.abs(day.since(today, { largestUnit: 'month' }).months) >= 12
  return fill(far ? words['date-with-year'] : words.date, {
    weekday: weekdayName(day, language),
    day: String(day.day),
    month: nameOf(day, language, 'month'),
    year: String(day.year),
  })
}

/** As short as it stays clear: the coming six days by their weekday alone. */
export function sayDay(
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
  language: Language,
): string {
  const days = daysTo(day, today)
  return days > 1 && days < 7 ? weekdayName(day, language) : sayDate(day, today, language)
}

export function weekdayName(day: Temporal.PlainDate, language: Language): string {
  return nameOf(day, language, 'weekday')
}

function daysTo(day: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return day.since(today, { largestUnit: 'day' }).days
}

function nameOf(day: Temporal.PlainDate, language: Language, part: 'weekday' | 'month'): string {
  return names[language][part].format(Date.UTC(day.year, day.month - 1, day.day))
}

// A formatter takes longer to make than a thousand dates to format.
const names = { da: namesIn('da-DK'), en: namesIn('en-GB') }

function namesIn(locale: string) {
  const of = (part: 'weekday' | 'month') =>
    new Intl.DateTimeFormat(locale, { [part]: 'long', timeZone: 'UTC' })
  return { weekday: of('weekday'), month: of('month') }
}
