import { Temporal } from 'temporal-polyfill'
import type { Language } from '#conversation/events.ts'
import { inCopenhagen } from './copenhagen.ts'
import { holidayOn } from './danish-holidays.ts'
import { sayDate } from './say-day.ts'
import { fill, whenWords } from './when-words.ts'

/** `mandag den 29. marts, for det er 2. påskedag`; a day that is no holiday alone. To follow "we are closed". */
export function sayClosedDay(date: string, at: string, language: Language): string {
  const words = whenWords[language]
  const day = Temporal.PlainDate.from(date)
  const today = inCopenhagen(at).toPlainDate()
  const said = sayDate(day, today, language)
  const isNear = said === words.today || said === words.tomorrow
  const on = isNear ? said : fill(words['closed-on'], { day: said })
  const holiday = holidayOn(day)
  return holiday ? fill(words['closed-because'], { day: on, holiday: words.holidays[holiday] }) : on
}
