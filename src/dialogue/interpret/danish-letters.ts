import type { Reader } from '#knowledge/search/reader.ts'
import type { TopicsOf } from '#knowledge/search/topics-by-word.ts'
import { plain } from './words.ts'

/**
 * "gra botte tommes hvornar" from a keyboard without æ, ø and å: a word that none of our texts has, and one of them has
 * with these letters, is that word. Who wrote one such word may have written more of them: a word that is one either way
 * ("tommes") is the one that makes the message clearer. Without such a word nothing is touched ("band", "rod", "far").
 */
export function withDanishLetters(text: string, { topicsOf, read }: Reader): string {
  if (/[æøåäö]/i.test(text)) return text
  const restored = eachWord(text, (word) =>
    isKnown(word, topicsOf) ? word : known(word, topicsOf),
  )
  if (restored === text) return text
  const further = eachWord(restored, (word) => known(word, topicsOf))
  const sure = (one: string) => read(one).topics[0]?.confidence ?? 0
  return further !== restored && sure(further) > sure(restored) ? further : restored
}

function eachWord(text: string, change: (word: string) => string): string {
  return text.replace(/\p{L}{3,}/gu, change)
}

/** The word with other letters, if one of our texts has it so. */
function known(word: string, topicsOf: TopicsOf): string {
  return variants(word).find((other) => isKnown(other, topicsOf)) ?? word
}

function isKnown(word: string, topicsOf: TopicsOf): boolean {
  return topicsOf(plain(word)).size > 0
}

const OTHERS: Readonly<Record<string, readonly string[]>> = { a: ['å', 'æ'], o: ['ø'] }
/** More places than this are no word of ours, and there would be many ways. */
const MOST_PLACES = 4

/** The word with one letter or more changed, one change first. */
function variants(word: string): string[] {
  const letters = [...word.toLowerCase()]
  const places = letters.flatMap((letter, i) => (letter in OTHERS ? [i] : []))
  if (places.length > MOST_PLACES) return []
  const ways = places.reduce<readonly (readonly string[])[]>(
    (all, place) =>
      all.flatMap((one) => [
        one,
        ...(OTHERS[letters[place] ?? ''] ?? []).map((other) => one.with(place, other)),
      ]),
    [letters],
  )
  const changes = (way: readonly string[]) =>
    way.filter((letter, i) => letter !== letters[i]).length
  return ways
    .filter((way) => changes(way) > 0)
    .toSorted((a, b) => changes(a) - changes(b))
    .map((way) => way.join(''))
}
