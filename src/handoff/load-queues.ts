import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { AppError } from '#platform/errors.ts'
import type { Calendar, Period, Queue } from './calendar.ts'
import { EnteredDay } from './periods.ts'

/** Queues and their hours from `queues.yaml`, without special days: those are a register. */
export async function loadQueues(file: string): Promise<Calendar> {
  const read = QueuesFile.safeParse(await readYaml(file))
  if (!read.success) throw broken(file, z.prettifyError(read.error))
  const { queues, default: defaultQueue } = read.data
  const calendar: Calendar = { queues: queuesById(queues), defaultQueue, specialDays: [] }
  if (!calendar.queues.has(defaultQueue)) throw broken(file, `default: no queue ${defaultQueue}`)
  return calendar
}

/** The default place of the file in the repository. */
export function queuesFile(root: string): string {
  return join(root, 'knowledge-base', 'queues.yaml')
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const oneDayOrMore = /^(mon|tue|wed|thu|fri|sat|sun)(-(tue|wed|thu|fri|sat|sun))?$/

/** What is wrong with the days before some hours; undefined when nothing is. */
function faultOfDays(days: string): string | undefined {
  if (!oneDayOrMore.test(days)) return 'days look like mon or mon-fri'
  const [first = '', last = first] = days.split('-')
  if (weekdays.indexOf(first) <= weekdays.indexOf(last)) return undefined
  return 'days in a row go from an earlier to a later day of the week, as in fri-sun; name the others on their own'
}

const Hours = z.record(z.string(), EnteredDay).superRefine((hours, context) => {
  for (const days of Object.keys(hours)) {
    const message = faultOfDays(days)
    if (message) context.addIssue({ code: 'custom', path: [days], message })
  }
})
const QueuesFile = z.strictObject({
  default: z.string(),
  queues: z.record(
    z.string().regex(/^[a-z-]+$/),
    z.strictObject({
      name: z.strictObject({ da: z.string().min(1), en: z.string().min(1) }),
      example: z.boolean(),
      hours: Hours,
    }),
  ),
})
type Entries = z.infer<typeof QueuesFile>['queues']

function queuesById(entries: Entries): ReadonlyMap<string, Queue> {
  return new Map(
    Object.entries(entries).map(([id, { name, example, hours }]) => [
      id,
      { id, name, example, week: weekdays.map((_, day) => hoursOf(hours, day)) },
    ]),
  )
}

function hoursOf(hours: Readonly<Record<string, readonly Period[]>>, day: number): Period[] {
  return Object.entries(hours).flatMap(([days, periods]) => {
    const [first = '', last = first] = days.split('-')
    return weekdays.indexOf(first) <= day && day <= weekdays.indexOf(last) ? periods : []
  })
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw broken(file, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

function broken(file: string, why: string, cause?: unknown): AppError {
  return new AppError(
    'config-invalid',
    `The queues in ${file} cannot be read: ${why}.`,
    'Correct the file; its first lines say what belongs in it.',
    cause,
  )
}
