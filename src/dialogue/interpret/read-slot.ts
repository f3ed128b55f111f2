import { Temporal } from 'temporal-polyfill'
import type { Slot } from '#conversation/events.ts'
import { msAt, toInstant } from '#handoff/copenhagen.ts'
import { clockTime } from './clock-time.ts'
import type { Step } from './turn.ts'
import { holidayNames, wishedDay } from './wished-day.ts'
import { isOneOf, mentions, plain, wordsFor } from './words.ts'

/** "mandag", "kl. 12", "eftermiddag", "B", "den første", "i morgen": which of the times that we offered. */
export const readSlot: Step = ({ conversation, text, now }) => {
  const { asks } = conversation
  // After a promise "mandag, tak" is thanks, and no new wish.
  if (!asks.for.startsWith('callback') || asks.for === 'callback-change') return undefined
  const today = copenhagen(now)
  // On a Monday "på mandag" may be today, and may be in a week.
  const orToday = namesWeekday(text, today.weekday) ? { orToday: today.date } : {}
  const isOfTwoDays = 'orToday' in orToday
  const isOpen = asks.for === 'callback-slot' && !isOfTwoDays
  const slot = isOpen ? pickSlot(asks.slots, text, now) : undefined
  if (slot) return { understanding: { kind: 'slot-chosen', slot }, intent: 'slot', score: 1 }
  if (!isAllAboutADay(text)) return undefined
  const minutes = clockTime(text)
  const offered = asks.for === 'callback-slot' ? asks.slots[0] : undefined
  const first = minutes === undefined || !offered ? undefined : copenhagen(offered.from).date
  const day = wishedDay(text, now) ?? first
  if (day === undefined) return undefined
  const time = minutes === undefined ? {} : { time: instantOf(day, minutes) }
  const understanding = { kind: 'day-wished', day, ...time, ...orToday } as const
  return { understanding, intent: 'slot', score: 1 }
}

function instantOf(day: string, minutes: number): string {
  return toInstant(msAt(Temporal.PlainDate.from(day), minutes))
}

function namesWeekday(text: string, weekday: number): boolean {
  if (mentions(text, 'today') || mentions(text, 'tomorrow') || /\d\s*[./]\s*\d/.test(text))
    return false
  return !mentions(text, 'months') && !mentions(text, 'next') && weekdayIn(text) === weekday
}

/** "Mandag kl. 9, tak", and not "har I åbent mandag?". */
export function isAllAboutADay(text: string): boolean {
  const words = plain(text).split(' ')
  return words.length <= LONGEST_ANSWER && words.every(isOfADay)
}

export function pickSlot(slots: readonly Slot[], text: string, now: string): Slot | undefined {
  if (plain(text).split(' ').length > LONGEST_ANSWER) return undefined
  for (const [i, name] of ['first', 'second', 'third'].entries()) {
    if (slots[i] && isOneOf(text, name)) return slots[i]
  }
  if (mentions(text, 'any')) return slots[0]
  const wishes = [...dayWishes(text, now), ...timeWishes(text)]
  if (wishes.length === 0) return undefined
  // Two slots on the day that was named both suit; the earlier one is the sooner help.
  return slots.find((slot) => wishes.every((suits) => suits(slot)))
}

type Wish = (slot: Slot) => boolean
const LONGEST_ANSWER = 8

function dayWishes(text: string, now: string): Wish[] {
  const wishes: Wish[] = []
  const day = weekdayIn(text)
  if (day >= 0) wishes.push(({ from }) => copenhagen(from).weekday === day)
  // "overmorgen" holds no "i morgen" as whole words, but "i overmorgen" must not be read twice.
  const ahead = mentions(text, 'day-after-tomorrow')
    ? 2
    : mentions(text, 'tomorrow')
      ? 1
      : mentions(text, 'today')
        ? 0
        : undefined
  if (ahead !== undefined) {
    const date = copenhagen(new Date(Date.parse(now) + ahead * DAY_MS).toISOString()).date
    wishes.push(({ from }) => copenhagen(from).date === date)
  }
  return wishes
}

/** 0 is Monday; -1 is none. */
function weekdayIn(text: string): number {
  const said = (name: string) =>
    wordsFor(name).findIndex((word) => ` ${plain(text)} `.includes(` ${word} `)) % 7
  return Math.max(said('weekdays'), said('weekdays-short'))
}

function timeWishes(text: string): Wish[] {
  const time = clockTime(text)
  if (time !== undefined) {
    return [({ from, to }) => copenhagen(from).minutes <= time && time < copenhagen(to).minutes]
  }
  const isTomorrow = mentions(text, 'tomorrow') || mentions(text, 'day-after-tomorrow')
  if (mentions(text, 'after-noon')) return [({ from }) => copenhagen(from).hour >= 12]
  if (mentions(text, 'before-noon') && !(isTomorrow && !/formiddag|morning/.test(plain(text)))) {
    return [({ from }) => copenhagen(from).hour < 12]
  }
  return []
}

function isOfADay(word: string): boolean {
  return /^\d{1,2}(st|nd|rd|th)?$/.test(word) || wordsOfDays.has(word)
}

function copenhagen(instant: string): {
  weekday: number
  hour: number
  minutes: number
  date: string
} {
  const parts = format.formatToParts(new Date(instant))
  const part = (name: string) => parts.find(({ type }) => type === name)?.value ?? ''
  return {
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')),
    hour: Number(part('hour')),
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
    date: `${part('year')}-${part('month')}-${part('day')}`,
  }
}

const DAY_MS = 86_400_000
const listsOfDays = [
  'weekdays',
  'weekdays-short',
  'months',
  'today',
  'tomorrow',
  'day-after-tomorrow',
  'before-noon',
  'after-noon',
  'hours',
  'beside-a-day',
]
const wordsOfDays: ReadonlySet<string> = new Set(
  [...listsOfDays.flatMap(wordsFor), ...holidayNames].flatMap((words) => words.split(' ')),
)
const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
