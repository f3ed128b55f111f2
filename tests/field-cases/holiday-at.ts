import { inCopenhagen } from '#handoff/copenhagen.ts'
import { holidayOn } from '#handoff/danish-holidays.ts'
import { weekdays9to16 } from '#handoff/fixtures/hours.ts'
import { isOpen, nextOpening } from '#handoff/open-times.ts'
import { sayClosedDay } from '#handoff/say-closed-day.ts'
import { sayInstant } from '#handoff/say-when.ts'

/** What the calendar says of instants, as JSON: a process of its own, so that its time zone can be another. */
const [, , ...instants] = process.argv
const said = instants.map((instant) => {
  const day = inCopenhagen(instant).toPlainDate()
  return {
    holiday: holidayOn(day) ?? null,
    closed: sayClosedDay(day.toString(), instant, 'da'),
    open: isOpen(weekdays9to16, 'q', instant),
    opens: sayInstant(nextOpening(weekdays9to16, 'q', instant) ?? '', instant, 'da'),
  }
})
process.stdout.write(JSON.stringify({ hour: new Date(0).getHours(), said }))
