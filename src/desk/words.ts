import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Language } from '#conversation/events.ts'

const Words = z.record(z.string(), z.object({ da: z.string(), en: z.string() }))

/** What stands on the desk's pages, by name, in Danish and English. */
export const deskWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = Words.parse(
  parse(readFileSync(new URL('words.yaml', import.meta.url), 'utf8')),
)

/** `say('sign-in.wait', { minutes: 4 })` in one language. */
export function wordsIn(language: Language) {
  return (name: string, values: Readonly<Record<string, string | number>> = {}): string =>
    (deskWords[name]?.[language] ?? name).replace(/\{(\w+)\}/g, (_, key) =>
      String(values[key] ?? ''),
    )
}
export type Say = ReturnType<typeof wordsIn>
