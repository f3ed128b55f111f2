import type { Bag } from './bag.ts'
import type { Terms, TermTables } from './terms.ts'

/** A text as numbers: ascending is not needed, each index occurs once; the length of the vector is 1. */
export type SparseVector = { indices: Uint32Array; values: Float32Array }

/** Plain data, so that it can be kept in a file: which index a letter group or word of the tables has, or -1. */
export type Vocabulary = { letters: Int32Array; words: Int32Array; idf: Float32Array }
export type Vectorizer = {
  size: number
  has(letters: string): boolean
  toVector(terms: Terms): SparseVector
}

/** Terms that occur in at least `minTexts` texts, with their inverse document frequency. */
export function fitVocabulary(
  texts: readonly Terms[],
  tables: TermTables,
  minTexts = 2,
): Vocabulary {
  const rarities: number[] = []
  const fit = (of: keyof Terms) => {
    const found = new Uint32Array(tables[of].size())
    for (const text of texts) for (const id of text[of].ids) found[id] = (found[id] as number) + 1
    return Int32Array.from(found, (count) => {
      if (count < minTexts) return NOT_KEPT
      return rarities.push(Math.log((1 + texts.length) / (1 + count)) + 1) - 1
    })
  }
  return { letters: fit('letters'), words: fit('words'), idf: Float32Array.from(rarities) }
}

/** `tables` are those that the vocabulary was fitted over; what they know besides has no index. */
export function createVectorizer(
  { letters, words, idf }: Vocabulary,
  tables: Pick<TermTables, 'letters'>,
): Vectorizer {
  return {
    size: idf.length,
    has: (group) => (letters[tables.letters.idOf(group)] ?? NOT_KEPT) !== NOT_KEPT,
    toVector(terms) {
      const most = terms.letters.ids.length + terms.words.ids.length
      const vector = { indices: new Uint32Array(most), values: new Float32Array(most) }
      const middle = weigh(terms.letters, letters, idf, vector, 0)
      const end = weigh(terms.words, words, idf, vector, middle)
      return { indices: vector.indices.subarray(0, end), values: vector.values.subarray(0, end) }
    },
  }
}

const NOT_KEPT = -1

/** Writes from `start` on, and gives the end. Letters and words get half the say each, however many there are. */
function weigh(
  { ids, counts }: Bag,
  indexOf: Int32Array,
  idf: Float32Array,
  into: SparseVector,
  start: number,
): number {
  let end = start
  let square = 0
  for (let i = 0; i < ids.length; i++) {
    const index = indexOf[ids[i] as number] ?? NOT_KEPT
    if (index === NOT_KEPT) continue
    const count = counts[i] as number
    const value = (count > 1 ? 1 + Math.log(count) : count) * (idf[index] as number)
    into.indices[end] = index
    into.values[end++] = value
    square += value * value
  }
  const scale = square > 0 ? Math.SQRT1_2 / Math.sqrt(square) : 0
  for (let i = start; i < end; i++) into.values[i] = (into.values[i] as number) * scale
  return end
}
