import type { Language, QueueId, Slot } from '#conversation/events.ts'
import type { Calendar } from './calendar.ts'
import { dateInCopenhagen, inCopenhagen } from './copenhagen.ts'
import { closesAt, isOpen, nextOpening } from './open-times.ts'
import { sayDate, sayDay } from './say-day.ts'
import { isMidnight, sayEnd, sayTime } from './say-time.ts'
import { fill, whenWords } from './when-words.ts'

/** `i dag kl. 12`, `i morgen kl. 9`, `mandag den 8. juni kl. 9`, seen from `at`. */
export function sayInstant(instant: string, at: string, language: Language): string {
  const when = inCopenhagen(instant)
  return fill(whenWords[language].at, {
    when: sayDate(when.toPlainDate(), dateInCopenhagen(at), language),
    time: sayTime(when, language),
  })
}

/** The same without the date where the weekday says enough: `mandag kl. 9`. */
export function sayInstantShort(instant: string, at: string, language: Language): string {
  const when = inCopenhagen(instant)
  return fill(whenWords[language].at, {
    when: sayDay(when.toPlainDate(), dateInCopenhagen(at), language),
    time: sayTime(when, language),
  })
}

/** `mandag mellem kl. 9 og 12`: lower case, to stand in a sentence. */
export function saySlot(slot: Slot, at: string, language: Language): string {
  const from = inCopenhagen(slot.from)
  return fill(whenWords[language].between, {
    when: sayDay(from.toPlainDate(), dateInCopenhagen(at), language),
    from: sayTime(from, language),
    to: sayEnd(inCopenhagen(slot.to), language),
  })
}

/** What is true of a queue now: `Åbent til kl. 16`, `Åbner mandag kl. 9`, or that it is closed with no opening in sight. */
export function sayHours(
  calendar: Calendar,
  queue: QueueId,
  at: string,
  language: Language,
): string {
  const words = whenWords[language]
  if (!isOpen(calendar, queue, at)) {
    const opens = nextOpening(calendar, queue, at)
    return opens ? fill(words.opens, { when: sayInstantShort(opens, at, language) }) : words.closed
  }
  const closes = closesAt(calendar, queue, at)
  if (closes === null) return words['always-open']
  return sayClosing(closes, at, language)
}

const HALF_A_DAY_MS = 12 * 3_600_000

// Until midnight and in the small hours "kl. 2" is clear; farther away the day belongs to it.
function sayClosing(closes: string, at: string, language: Language): string {
  const words = whenWords[language]
  const end = inCopenhagen(closes)
  const lastDay = isMidnight(end) ? end.toPlainDate().subtract({ days: 1 }) : end.toPlainDate()
  const today = dateInCopenhagen(at)
  if (lastDay.equals(today) || Date.parse(closes) - Date.parse(at) < HALF_A_DAY_MS)
    return fill(words['open-until'], { time: sayEnd(end, language) })
  const when = fill(words.at, {
    when: sayDay(lastDay, today, language),
    time: sayEnd(end, language),
  })
  return fill(words['open-until-day'], { when })
}
