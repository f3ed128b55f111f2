import type { Temporal } from 'temporal-polyfill'
import type { Language } from '#conversation/events.ts'
import { whenWords } from './when-words.ts'

/** A time of day: `9`, `9.30`, `0`; `9 am`, `9.30 am`, `noon`, `midnight`. */
export function sayTime(time: Temporal.ZonedDateTime, language: Language): string {
  return language === 'da'
    ? `${time.hour}${minutesOf(time)}`
    : (named(time) ?? `${time.hour % 12 || 12}${minutesOf(time)} ${time.hour < 12 ? 'am' : 'pm'}`)
}

/** The time at which something ends: midnight is the end of the day, `24`. */
export function sayEnd(time: Temporal.ZonedDateTime, language: Language): string {
  return isMidnight(time) && language === 'da' ? '24' : sayTime(time, language)
}

export function isMidnight(time: Temporal.ZonedDateTime): boolean {
  return time.hour === 0 && time.minute === 0
}

function named(time: Temporal.ZonedDateTime): string | undefined {
  if (time.minute !== 0) return undefined
  if (time.hour === 0) return whenWords.en.midnight
  return time.hour === 12 ? whenWords.en.noon : undefined
}

function minutesOf({ minute }: Temporal.ZonedDateTime): string {
  return minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`
}
