import type { Language } from '#conversation/events.ts'
import { content as pageWords } from '#desk/browser/words.yaml'
import { content as deskWords } from '#desk/words.yaml'

export type Values = Readonly<Record<string, string | number>>
export type Say = (name: string, values?: Values) => string

/** What the page says, in one language. An unknown name stands for itself, so that it is seen. */
export function sayIn(language: Language): Say {
  return (name, values = {}) =>
    (words[name]?.[language] ?? name).replace(/\{(\w+)\}/g, (_, key: string) =>
      String(values[key] ?? ''),
    )
}

export function hasWord(name: string): boolean {
  return name in words
}

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>
const words: Words = { ...(deskWords as Words), ...(pageWords as Words) }
