import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Language } from '#conversation/events.ts'

const Words = z.record(z.string(), z.object({ da: z.string(), en: z.string() }))
// The first belongs to the live page as well and goes to the browser; the others stay here.
const files = ['.', 'browser', 'staff-page', 'search', 'switches', 'special-days', 'feedback']

/** What stands on the desk's pages, by name, in Danish and English. */
export const deskWords: Readonly<Record<string, Readonly<Record<Language, string>>>> =
  Object.assign(
    {},
    ...files.map((folder) =>
      Words.parse(
        parse(readFileSync(new URL(`${folder}/words.yaml`, import.meta.url), 'utf8')) ?? {},
      ),
    ),
  )

/** `say('sign-in.wait', { minutes: 4 })` in one language. */
export function wordsIn(language: Language) {
  return (name: string, values: Readonly<Record<string, string | number>> = {}): string =>
    (deskWords[name]?.[language] ?? name).replace(/\{(\w+)\}/g, (_, key) =>
      String(values[key] ?? ''),
    )
}
export type Say = ReturnType<typeof wordsIn>
