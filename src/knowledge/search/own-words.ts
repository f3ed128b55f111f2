import type { Language } from '#conversation/events.ts'
import { tokenize } from './tokens.ts'

/** The folded words of our texts as plain data: how often each occurs, and in texts of which languages. */
export type OwnWords = { words: string; counts: Uint32Array; languages: Uint8Array }

export function indexOwnWords(texts: readonly { text: string; language: Language }[]): OwnWords {
  const found = new Map<string, { count: number; languages: number }>()
  for (const { text, language } of texts) {
    for (const word of tokenize(text)) {
      const known = found.get(word)
      if (known) {
        known.count++
        known.languages |= BITS[language]
      } else found.set(word, { count: 1, languages: BITS[language] })
    }
  }
  const all = [...found.values()]
  return {
    words: [...found.keys()].join(BETWEEN),
    counts: Uint32Array.from(all, ({ count }) => count),
    languages: Uint8Array.from(all, ({ languages }) => languages),
  }
}

/** How often a folded word occurs in our texts. */
export function frequenciesOf({ words, counts }: OwnWords): ReadonlyMap<string, number> {
  return new Map(words.split(BETWEEN).map((word, i) => [word, counts[i] as number]))
}

/** One or two words are too few for a language detector, but we know the words of our own texts. */
export function createLanguageOf({
  words,
  languages,
}: OwnWords): (text: string) => Language | undefined {
  const known = new Map(words.split(BETWEEN).map((word, i) => [word, languages[i] as number]))
  return (text) => {
    const tokens = tokenize(text).filter((token) => !token.startsWith('#'))
    const isOnly = (own: Language) =>
      tokens.length > 0 && tokens.every((word) => known.get(word) === BITS[own])
    if (isOnly('en')) return 'en'
    return isOnly('da') ? 'da' : undefined
  }
}

const BITS = { da: 1, en: 2 } as const satisfies Record<Language, number>
const BETWEEN = ' '
