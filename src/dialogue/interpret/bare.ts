import { alikeness } from './alikeness.ts'
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

function isBareWord(word: string): boolean {
  const bare = wordsFor('bare')
  if (bare.includes(word)) return true
  return word.length >= FORGIVES_FROM && bare.some((other) => alikeness(word, other) >= ALIKE)
}
