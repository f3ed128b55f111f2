import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { holidays } from './danish-holidays.ts'

const common = z.object({
  today: z.string(),
  tomorrow: z.string(),
  date: z.string(),
  'date-with-year': z.string(),
  at: z.string(),
  between: z.string(),
  opens: z.string(),
  'open-until': z.string(),
  'open-until-day': z.string(),
  'always-open': z.string(),
  closed: z.string(),
  hours: z.string(),
  'and-hours': z.string(),
  'day-hours': z.string(),
  'days-hours': z.string(),
  'closed-on': z.string(),
  'closed-because': z.string(),
  holidays: z.record(z.enum(holidays), z.string()),
})
const Words = z.object({
  da: common,
  en: common.extend({ noon: z.string(), midnight: z.string() }),
})

export const whenWords = Words.parse(
  parse(readFileSync(new URL('./words.yaml', import.meta.url), 'utf8')),
)

/** Puts values into `{name}`s. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole)
}
