import { Temporal } from 'temporal-polyfill'
import { remember } from '#platform/remember.ts'

const TIME_ZONE = 'Europe/Copenhagen'

/** The date and wall clock in Copenhagen at an instant (ISO 8601). */
export function inCopenhagen(at: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(TIME_ZONE)
}

/** The date in Copenhagen at an instant (ISO 8601, UTC). */
export function dateInCopenhagen(at: string): Temporal.PlainDate {
  return dateOfHour(`${new Date(Date.parse(at)).toISOString().slice(0, 13)}:00:00Z`)
}

// Copenhagen is whole hours from UTC, so that midnight falls between two hours of UTC.
const dateOfHour = remember(
  (hour: string) => hour,
  (hour) => inCopenhagen(hour).toPlainDate(),
)

/**
 * The instant (ms since 1970) at which the clock shows `minutes` after midnight of a date; 1440 and more is the next day.
 * In the hour that spring takes away it is the end of that hour; in the one that autumn gives twice, the first.
 * So a later time of day is never an earlier instant, and two periods that touch still touch.
 */
export function msAt(date: Temporal.PlainDate, minutes: number): number {
  const shown = date.toPlainDateTime().add({ minutes })
  const zoned = shown.toZonedDateTime(TIME_ZONE)
  if (zoned.toPlainDateTime().equals(shown)) return zoned.epochMilliseconds
  // From before the gap, since from its very end the transition before it is another one.
  const before = shown.toZonedDateTime(TIME_ZONE, { disambiguation: 'earlier' })
  return (before.getTimeZoneTransition('next') ?? zoned).epochMilliseconds
}

export function toInstant(ms: number): string {
  return new Date(ms).toISOString()
}
