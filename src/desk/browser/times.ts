import type { Language } from '#conversation/events.ts'
import type { Say } from './say.ts'

const ZONE = 'Europe/Copenhagen'
const DAY_MS = 24 * 60 * 60 * 1000

/** The clock on the wall in Copenhagen: 9.05 in Danish, 9:05 in English. */
export function clockTime(at: string | number, language: Language): string {
  const { hour, minute } = partsOf(at)
  return `${Number(hour)}${language === 'da' ? '.' : ':'}${minute}`
}

/** `kl. 9.05`, as part of a sentence. */
export function atTime(at: string | number, language: Language, say: Say): string {
  const time = clockTime(at, language)
  // Danes say the hour alone: kl. 9.
  return say('time.at', { time: language === 'da' ? time.replace(/\.00$/, '') : time }).replace(
    ' ',
    '\u00a0',
  )
}

/** A day as a heading: `Mandag 8. juni`. */
export function dayHeading(at: string | number, language: Language): string {
  const day = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    timeZone: ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
    .format(new Date(at))
    .replace(' den ', ' ')
  return day.charAt(0).toLocaleUpperCase('da') + day.slice(1)
}

/** The date in Copenhagen, for telling days apart. */
export function dateOf(at: string | number): string {
  const { year, month, day } = partsOf(at)
  return `${year}-${month}-${day}`
}

/** `nu`, `6 min.`, `3 t.`, `2 d.` */
export function waited(since: string, nowMs: number, say: Say): string {
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(since)) / 60_000))
  if (minutes < 1) return say('wait.now')
  if (minutes < 90) return say('wait.minutes', { n: minutes }).replace(' ', '\u00a0')
  if (minutes < 36 * 60)
    return say('wait.hours', { n: Math.round(minutes / 60) }).replace(' ', '\u00a0')
  return say('wait.days', { n: Math.round(minutes / 1440) }).replace(' ', '\u00a0')
}

/** The same in a sentence, where "now" would be no length. */
export function waitLength(since: string, untilMs: number, say: Say): string {
  const length = waited(since, untilMs, say)
  return length === say('wait.now') ? say('wait.short') : length
}

/** The end of a promise as a row says it: the time alone today, else the day as well. */
export function byWhen(at: string, nowMs: number, language: Language, say: Say): string {
  const day = nearDay(at, nowMs, language, say)
  const time = clockTime(at, language)
  return day === say('time.today') ? time : `${day} ${time}`
}

/** A promise in a sentence: `mandag 8. juni inden kl. 12.00`. */
export function promise(to: string, nowMs: number, language: Language, say: Say): string {
  const by = say('row.by', { when: atTime(to, language, say) })
  return `${nearDay(to, nowMs, language, say)} ${by}`
}

/** Today, tomorrow, yesterday, a weekday within the week, else a date. */
export function nearDay(at: string, nowMs: number, language: Language, say: Say): string {
  const date = dateOf(at)
  if (date === dateOf(nowMs)) return say('time.today')
  if (date === dateOf(nowMs + DAY_MS)) return say('time.tomorrow')
  if (date === dateOf(nowMs - DAY_MS)) return say('time.yesterday')
  const near = Math.abs(Date.parse(at) - nowMs) < 6 * DAY_MS
  return new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    timeZone: ZONE,
    ...(near ? { weekday: 'long' } : { day: 'numeric', month: 'long' }),
  }).format(new Date(at))
}

function partsOf(at: string | number): Record<string, string> {
  const parts = clock.formatToParts(new Date(at))
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
