import { content } from '#channels/sms/words.yaml'

type Words = Readonly<Record<string, { da: string; en: string }>>
const words = content as Words

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** `say('count', { segments: 2 })` in the language of the page. */
export function wordsIn(language: string): Say {
  return (key, values = {}) =>
    (words[key]?.[language === 'en' ? 'en' : 'da'] ?? key).replace(/\{(\w+)\}/g, (_, name) =>
      String(values[name] ?? ''),
    )
}
