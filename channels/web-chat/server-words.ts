import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Language } from '#conversation/events.ts'
import type { Say } from './browser/words.ts'

const Word = z.strictObject({ da: z.string().min(1), en: z.string().min(1) })
const WordFile = z.strictObject({
  widget: z
    .object({ human: Word, unavailable: Word, 'unavailable-page': Word, 'main-phone': Word })
    .catchall(Word),
  refusals: z.strictObject({
    'request-invalid': Word,
    'request-too-large': Word,
    'too-fast': Word,
    crowded: Word,
    'token-unknown': Word,
    'storage-failed': Word,
    'internal-error': Word,
    empty: Word,
    closed: Word,
    phone: Word,
  }),
  page: z.record(z.string(), Word),
})
export type WordFile = z.infer<typeof WordFile>

/** Every word that the chat and its demo page show, in Danish and English. */
export const words: WordFile = WordFile.parse(
  parse(readFileSync(new URL('words.yaml', import.meta.url), 'utf8')),
)

/** The words of the demo page in one language; a missing one is a fault of ours. */
export function pageWord(key: string, language: Language): string {
  const word = words.page[key]
  if (word === undefined) throw new Error(`words.yaml has no page word ${key}`)
  return word[language]
}

/** The widget's words, as its own code asks for them. */
export function widgetWords(language: Language): Say {
  return (key, gaps = {}) => fill(words.widget[key]?.[language] ?? key, gaps)
}

/** Why something was refused, with the gaps of the words filled. */
export function refusal(
  code: keyof WordFile['refusals'],
  language: Language,
  gaps: Readonly<Record<string, string | number>> = {},
): string {
  const phone = words.widget['main-phone'][language]
  return fill(words.refusals[code][language], { phone, ...gaps })
}

function fill(text: string, gaps: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, gap: string) => String(gaps[gap] ?? ''))
}
