import type { Language } from './frames.ts'
import type { State } from './state.ts'

/** A word of the widget in the citizen's language; `{name}` stands for what the page fills in. */
export type Say = (key: string, slots?: Readonly<Record<string, string | number>>) => string

export function wordsIn(language: Language): Say {
  return (key, slots = {}) => {
    const text = widgetWords[key]?.[language] ?? key
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''))
  }
}

/** Two forms are enough for Danish and English: one, and any other number. */
export function countWord(say: Say, one: string, many: string, count: number): string {
  return count === 1 ? say(one) : say(many, { count })
}

/** "Mette skriver …" */
export function staffWritesWords({ standing }: Pick<State, 'standing'>, say: Say): string {
  const name = standing?.holderName ?? null
  return name === null ? say('staff-writes-unnamed') : say('staff-writes', { name })
}

/** The words of `words.yaml`, put in when the server bundles the widget. */
declare const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>>
const widgetWords = WORDS
