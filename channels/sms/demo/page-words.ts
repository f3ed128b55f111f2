import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Language } from '#conversation/events.ts'

const Words = z.record(z.string(), z.strictObject({ da: z.string().min(1), en: z.string().min(1) }))
const file = new URL(import.meta.resolve('#channels/sms/words.yaml'))
const words = Words.parse(parse(readFileSync(file, 'utf8')))

/** A word of the phone page; a missing one is a fault of ours. */
export function pageWord(key: string, language: Language): string {
  const word = words[key]
  if (word === undefined) throw new Error(`channels/sms/words.yaml has no ${key}`)
  return word[language]
}
