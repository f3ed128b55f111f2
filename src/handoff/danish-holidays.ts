import { Temporal } from 'temporal-polyfill'

/** Ids of the days on which the municipality is closed. 1 May is a working day. */
export const holidays = [
  'new-year',
  'maundy-thursday',
  'good-friday',
  'easter-sunday',
  'easter-monday',
  'great-prayer-day',
  'ascension-day',
  'whit-sunday',
  'whit-monday',
  'constitution-day',
  'christmas-eve',
  'christmas-day',
  'boxing-day',
  'new-years-eve',
] as const
export type Holiday = (typeof holidays)[number]

// Store bededag is a working day from 2024 (Act no. 214 of 6 March 2023).
const LAST_YEAR_OF_GREAT_PRAYER_DAY = 2023

export function holidayOn(date: Temporal.PlainDate): Holiday | undefined {
  return fixed[`${date.month}-${date.day}`] ?? movable(date)
}

/** Easter Sunday by the Gregorian rule of Meeus, Jones and Butcher. */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const n = h + l - 7 * m
  const month = Math.floor((n + 90) / 25)
  return Temporal.PlainDate.from({ year, month, day: (n + 33 * month + 19) % 32 })
}

const fixed: Readonly<Record<string, Holiday>> = {
  '1-1': 'new-year',
  '6-5': 'constitution-day',
  '12-24': 'christmas-eve',
  '12-25': 'christmas-day',
  '12-26': 'boxing-day',
  '12-31': 'new-years-eve',
}

const daysFromEaster: Readonly<Record<number, Holiday>> = {
  [-3]: 'maundy-thursday',
  [-2]: 'good-friday',
  0: 'easter-sunday',
  1: 'easter-monday',
  26: 'great-prayer-day',
  39: 'ascension-day',
  49: 'whit-sunday',
  50: 'whit-monday',
}

function movable(date: Temporal.PlainDate): Holiday | undefined {
  const holiday = daysFromEaster[easterSunday(date.year).until(date, { largestUnit: 'day' }).days]
  const isGone = holiday === 'great-prayer-day' && date.year > LAST_YEAR_OF_GREAT_PRAYER_DAY
  return isGone ? undefined : holiday
}
