import type { Slot } from '#conversation/events.ts'
import type { Step } from './turn.ts'
import { holidayNames, wishedDay } from './wished-day.ts'
import { isOneOf, mentions, plain, wordsFor } from './words.ts'

/** "mandag", "kl. 12", "eftermiddag", "B", "den første", "i morgen": which of the times that we offered. */
export const readSlot: Step = ({ conversation, text, now }) => {
  const { asks } = conversation
  // After a promise "mandag, tak" is thanks, and no new wish.
  if (!asks.for.startsWith('callback') || asks.for === 'callback-change') return undefined
  const slot = asks.for === 'callback-slot' ? pickSlot(asks.slots, text, now) : undefined
  if (slot) return { understanding: { kind: 'slot-chosen', slot }, intent: 'slot', score: 1 }
  const day = isAllAboutADay(text) ? wishedDay(text, now) : undefined
  return day === undefined
    ? undefined
    : { understanding: { kind: 'day-wished', day }, intent: 'slot', score: 1 }
}

/** "Mandag kl. 9, tak", and not "har I åbent mandag?". */
function isAllAboutADay(text: string): boolean {
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
  const weekday = (name: string) =>
    wordsFor(name).findIndex((word) => ` ${plain(text)} `.includes(` ${word} `)) % 7
  const day = Math.max(weekday('weekdays'), weekday('weekdays-short'))
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

function timeWishes(text: string): Wish[] {
  const hour = hourIn(text)
  if (hour !== undefined) {
    return [({ from, to }) => copenhagen(from).hour <= hour && hour < copenhagen(to).hour]
  }
  const isTomorrow = mentions(text, 'tomorrow') || mentions(text, 'day-after-tomorrow')
  if (mentions(text, 'after-noon')) return [({ from }) => copenhagen(from).hour >= 12]
  if (mentions(text, 'before-noon') && !(isTomorrow && !/formiddag|morning/.test(plain(text)))) {
    return [({ from }) => copenhagen(from).hour < 12]
  }
  return []
}

/** "kl. 12", "klokken ti", "10", "9-12" (its beginning), "13:30". */
function hourIn(text: string): number | undefined {
  const digits = /(?<![\d/.])(\d{1,2})(?:[:.]\d\d)?(?!\s*[./]\s*\d|\d)/.exec(text)
  if (digits) return toHour(Number(digits[1]))
  const spoken = /\b(?:kl|klokken|at)\s+(\p{L}+)/u.exec(plain(text))?.[1]
  const index = spoken === undefined ? -1 : wordsFor('hours').indexOf(spoken)
  return index < 0 ? undefined : toHour((index % 12) + 1)
}

// Nobody is called back at two in the night: "kl. 2" is 14.
function toHour(hour: number): number {
  return hour < 8 ? hour + 12 : hour
}

function isOfADay(word: string): boolean {
  return /^\d{1,2}(st|nd|rd|th)?$/.test(word) || wordsOfDays.has(word)
}

function copenhagen(instant: string): { weekday: number; hour: number; date: string } {
  const parts = format.formatToParts(new Date(instant))
  const part = (name: string) => parts.find(({ type }) => type === name)?.value ?? ''
  return {
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')),
    hour: Number(part('hour')),
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
  hourCycle: 'h23',
})
