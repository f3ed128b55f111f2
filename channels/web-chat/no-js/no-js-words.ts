import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Say } from '#channels/web-chat/browser/words.ts'
import { words } from '#channels/web-chat/server-words.ts'
import type { Language } from '#conversation/events.ts'

const Words = z.record(z.string(), z.strictObject({ da: z.string().min(1), en: z.string().min(1) }))

/** What only the page without a script says; the rest is said as the widget says it. */
export const noJsWords: Readonly<Record<string, { da: string; en: string }>> = Words.parse(
  parse(readFileSync(new URL('words.yaml', import.meta.url), 'utf8')),
)

/** A word in the citizen's language; a missing one is a fault of ours. */
export function sayIn(language: Language): Say {
  return (key, slots = {}) => {
    const word = noJsWords[key] ?? words.widget[key]
    if (word === undefined) throw new Error(`no word ${key}`)
    return word[language].replace(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''))
  }
}
