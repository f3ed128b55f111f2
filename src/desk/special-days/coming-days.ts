import { Temporal } from 'temporal-polyfill'
import type { Language } from '#conversation/events.ts'
import type { Say } from '#desk/words.ts'
import type { Calendar } from '#handoff/calendar.ts'
import { inCopenhagen } from '#handoff/copenhagen.ts'
import { SpecialDayEntry } from '#handoff/periods.ts'
import { sayDate } from '#handoff/say-day.ts'
import { specialDayKey } from '#handoff/special-days.ts'
import { type Html, html } from '#platform/html.ts'

export type DaysInWords = { language: Language; say: Say; now: string; calendar: Calendar }

/** What is set for today and later, each with a button to take it away. */
export function comingDays(view: DaysInWords): Html {
  const { say, calendar, now } = view
  const today = inCopenhagen(now).toPlainDate().toString()
  const days = calendar.specialDays
    .filter(({ date }) => date >= today)
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.queue.localeCompare(b.queue))
  if (days.length === 0) return html`<p class="quiet">${say('days.none')}</p>`
  const rows = days.map((day) => {
    const key = specialDayKey(day.date, day.queue)
    const words = dayInWords(view, day)
    return html`<li class="record"><p><strong>${words}</strong></p><p>${day.note}</p>
<form class="record-act" method="post" action="/desk/special-days"><input type="hidden" name="do" value="remove"><input type="hidden" name="key" value="${key}"><button class="button">${say('days.remove')}<span class="unseen">: ${words}</span></button></form></li>`
  })
  return html`<ul class="records">${rows}</ul>`
}

/** An entry of the audit trail in words; a removed one has its key alone. */
export function dayWords(view: DaysInWords, key: string, json: string | null): string {
  const { say } = view
  const entry = json === null ? undefined : SpecialDayEntry.safeParse(JSON.parse(json)).data
  if (entry) return dayInWords(view, entry)
  const [date = '', queue = ''] = key.split(':')
  return say('days.took-away', { what: `${dateInWords(view, date)}, ${queueInWords(view, queue)}` })
}

function dayInWords(view: DaysInWords, day: Calendar['specialDays'][number]): string {
  const { say } = view
  const hours =
    day.hours === 'closed'
      ? say('days.is-closed')
      : day.hours.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ')
  return `${dateInWords(view, day.date)}: ${hours}, ${queueInWords(view, day.queue)}`
}

function dateInWords({ now, language }: DaysInWords, date: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return date
  const day = Temporal.PlainDate.from(date)
  const said = sayDate(day, inCopenhagen(now).toPlainDate(), language)
  return said.charAt(0).toLocaleUpperCase('da') + said.slice(1)
}

function queueInWords({ say, calendar, language }: DaysInWords, queue: string): string {
  if (queue === 'all') return say('days.all-queues')
  return calendar.queues.get(queue)?.name[language] ?? queue
}

function clock(minutes: number): string {
  const hour = minutes === 1_440 ? 24 : Math.floor(minutes / 60) % 24
  return `${String(hour).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`
}
