import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const Patterns = z.strictObject({
  kroner: z.string(),
  'kroner-spoken': z.string(),
  'of-year': z.string(),
  'of-year-spoken': z.string(),
})

export const figureWords = z
  .strictObject({ da: Patterns, en: Patterns })
  .parse(parse(readFileSync(new URL('./words.yaml', import.meta.url), 'utf8')))
