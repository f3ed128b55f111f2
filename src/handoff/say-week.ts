import type { Language, QueueId } from '#conversation/events.ts'
import type { Calendar, Period } from './calendar.ts'

type WeekWords = { to: string }

/** The usual week of a queue in words: `mandag til fredag kl. 9-16`. Empty when it never opens. */
export function sayWeek(
  calendar: Calendar,
  queue: QueueId,
  language: Language,
  words: WeekWords,
): string {
  const week = calendar.queues.get(queue)?.week ?? []
  const runs: { first: number; last: number; hours: string }[] = []
  for (const [day, periods] of week.entries()) {
    const hours = periods.map((period) => sayPeriod(period, language)).join(', ')
    const run = runs.at(-1)
    if (run && run.hours === hours && run.last === day - 1) run.last = day
    else if (hours) runs.push({ first: day, last: day, hours })
  }
  return runs
    .map(({ first, last, hours }) => {
      const days = first === last ? [first] : [first, last]
      return `${days.map((day) => weekday(day, language)).join(` ${words.to} `)} ${hours}`
    })
    .join(', ')
}

function sayPeriod({ from, to }: Period, language: Language): string {
  const hours = `${clock(from, language)}-${clock(to, language)}`
  return language === 'da' ? `kl. ${hours}` : hours
}

function clock(minutes: number, language: Language): string {
  const hour = Math.floor(minutes / 60) % 24 || (minutes >= 1440 ? 24 : 0)
  const rest = minutes % 60
  const shown = rest === 0 ? String(hour) : `${hour}.${String(rest).padStart(2, '0')}`
  return language === 'da' ? shown : english(hour, rest)
}

function english(hour: number, rest: number): string {
  const shown = hour % 12 || 12
  const minutes = rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`
  return `${shown}${minutes} ${hour % 24 < 12 ? 'am' : 'pm'}`
}

// 5 January 2026 is a Monday.
function weekday(day: number, language: Language): string {
  const date = new Date(Date.UTC(2026, 0, 5 + day))
  const locale = language === 'da' ? 'da-DK' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date)
}
