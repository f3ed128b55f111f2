import type { Faults } from '#desk/staff-page/form-parts.ts'
import type { Texts } from '#desk/staff-page/texts.ts'
import type { Say } from '#desk/words.ts'

const DAY = 24 * 60
/** Hours that run on past midnight are a night and no longer; the other way round is a slip of the pen. */
const LONGEST_NIGHT = DAY / 2

/** The hours of a day, with a break or without one, as the register has them; times of a day are queried where they look wrong. */
export function hoursInForm(
  form: Texts,
  say: Say,
): { hours: readonly string[] } | { faults: Faults } {
  const first = period(form, 'from', 'to', say)
  if ('faults' in first) return first
  if (form('again-from') === '' && form('again-to') === '') return { hours: [written(first)] }
  const second = period(form, 'again-from', 'again-to', say)
  if ('faults' in second) return second
  if (second.from < first.to) return { faults: { 'day-again-from': say('days.fault-break') } }
  return { hours: [written(first), written(second)] }
}

/** Minutes after midnight of `14:30`, or `14.30` as Danes write it. */
export function minuteOf(time: string): number | undefined {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim()) ?? []
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute)
}

type Minutes = { from: number; to: number }

function period(
  form: Texts,
  fromName: string,
  toName: string,
  say: Say,
): Minutes | { faults: Faults } {
  const [from, to] = [minuteOf(form(fromName)), endOf(form(toName))]
  if (from === undefined || to === undefined) {
    const fault = say('days.fault-time')
    const faults: Faults = {
      ...(from === undefined && { [`day-${fromName}`]: fault }),
      ...(to === undefined && { [`day-${toName}`]: fault }),
    }
    return { faults }
  }
  const wrong = whatIsWrong(from, to)
  if (wrong) return { faults: { [`day-${toName}`]: say(`days.fault-${wrong}`) } }
  return { from, to: to > from ? to : to + DAY }
}

/** Midnight is the end of the day: 24:00, or 00:00, which is all that a browser's clock can say. */
function endOf(time: string): number | undefined {
  const minute = /^24[:.]00$/.test(time.trim()) ? DAY : minuteOf(time)
  return minute === 0 ? DAY : minute
}

function whatIsWrong(from: number, to: number): 'minute' | 'order' | null {
  if (to === DAY - 1) return 'minute'
  const isNight = to < from && to + DAY - from <= LONGEST_NIGHT
  return to > from || isNight ? null : 'order'
}

function written({ from, to }: Minutes): string {
  return `${clock(from)}-${to === DAY ? '24:00' : clock(to % DAY)}`
}

function clock(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
