import { sentencesOf } from './sentences.ts'

/** A label such as `[kortnummer fjernet]` is no text to read. */
const FEWEST_WORDS = 5

/**
 * LIX: words a sentence, and the percentage of words of more than six letters.
 * Proper names, links and numbers do not count: they are no harder to read in a longer text.
 */
export function lix(text: string, names: ReadonlySet<string>): number {
  const sentences = sentencesOf(text)
  const words = sentences.flatMap((sentence) => countedWords(sentence, names))
  if (words.length < FEWEST_WORDS) return 0
  const long = words.filter((word) => word.replace(/[^\p{L}]/gu, '').length > 6)
  return words.length / sentences.length + (100 * long.length) / words.length
}

function countedWords(sentence: string, names: ReadonlySet<string>): readonly string[] {
  return (sentence.match(/[\p{L}'’-]+/gu) ?? []).filter((word, i) => {
    const isName = i > 0 && /^\p{Lu}/u.test(word) && word !== 'I'
    return !isName && !names.has(word)
  })
}
