import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Language } from '#conversation/events.ts'

const Words = z.strictObject({
  'open-now': z.string(),
  'closed-now': z.string(),
  or: z.string(),
  'answer-letters': z.string(),
  'call-me': z.string(),
  'write-here': z.string(),
  'no-thanks': z.string(),
  human: z.string(),
  'leave-queue': z.string(),
  stay: z.string(),
})

export const words: Readonly<Record<Language, z.infer<typeof Words>>> = z
  .strictObject({ da: Words, en: Words })
  .parse(parse(readFileSync(new URL('words.yaml', import.meta.url), 'utf8')))
