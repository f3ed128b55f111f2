import type { Language } from '#conversation/events.ts'
import type { Corpus } from './corpus.ts'
import { tokenize } from './tokens.ts'

/** One or two words are too few for a language detector, but we know the words of our own texts. */
export function createLanguageOf({
  samples,
  documents,
}: Corpus): (text: string) => Language | undefined {
  const words = { da: new Set<string>(), en: new Set<string>() }
  for (const { text, language } of [...samples, ...documents]) {
    for (const word of tokenize(text)) words[language].add(word)
  }
  return (text) => {
    const tokens = tokenize(text).filter((token) => !token.startsWith('#'))
    const isOnly = (own: Language, other: Language) =>
      tokens.length > 0 && tokens.every((word) => words[own].has(word) && !words[other].has(word))
    if (isOnly('en', 'da')) return 'en'
    return isOnly('da', 'en') ? 'da' : undefined
  }
}
