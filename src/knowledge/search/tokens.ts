import { fold } from './fold.ts'

/** Folded words in order. A number keeps only its length: "44" and "31" say the same about a question. */
export function tokenize(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word) => (/^\d+$/.test(word) ? '#'.repeat(Math.min(word.length, 4)) : word))
}
