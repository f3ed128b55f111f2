import { alikenessOfPairs, letterPairs } from './alikeness.ts'
import { plain, wordsFor } from './words.ts'

/** "hvad koster det", "HVOR LANG TID", "nr. 2": no word in it says what it is about, so it leans on the last answer. */
export function isBare(text: string): boolean {
  const words = plain(text).split(' ')
  return words.length <= LONGEST && words.every(isBareWord)
}

/** "og hvad med børn?" says for whom, and still not what. */
export function namesNoTopic(text: string): boolean {
  const words = plain(text).split(' ')
  const rest = words.filter((word) => !wordsFor('for-whom').includes(word))
  return words.length <= LONGEST && rest.length > 0 && rest.every(isBareWord)
}

const LONGEST = 9
/** Shorter words have too many neighbours to forgive a typo. */
const FORGIVES_FROM = 6
const ALIKE = 0.75

const bare: ReadonlySet<string> = new Set(wordsFor('bare'))
const pairsOfBare = [...bare].map(letterPairs)

function isBareWord(word: string): boolean {
  if (bare.has(word)) return true
  if (word.length < FORGIVES_FROM) return false
  const pairs = letterPairs(word)
  return pairsOfBare.some(
    (other) =>
      // At best all pairs of the shorter one are shared.
      2 * Math.min(pairs.length, other.length) >= ALIKE * (pairs.length + other.length) &&
      alikenessOfPairs(pairs, other) >= ALIKE,
  )
}
