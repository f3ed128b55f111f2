import type { Terms } from './terms.ts'

/** A text as numbers: ascending is not needed, each index occurs once; the length of the vector is 1. */
export type SparseVector = { indices: Uint32Array; values: Float32Array }

/** Plain data, so that it can be kept in a file. */
export type Vocabulary = { terms: readonly string[]; idf: Float32Array }
export type Vectorizer = {
  size: number
  has(term: string): boolean
  toVector(terms: Terms): SparseVector
}

/** Terms that occur in at least `minTexts` texts, with their inverse document frequency. */
export function fitVocabulary(texts: readonly Terms[], minTexts = 2): Vocabulary {
  const counts = new Map<string, number>()
  for (const { letters, words } of texts) {
    for (const term of letters.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const term of words.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  const kept = [...counts].filter(([, count]) => count >= minTexts)
  return {
    terms: kept.map(([term]) => term),
    idf: Float32Array.from(kept, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1),
  }
}

export function createVectorizer({ terms, idf }: Vocabulary): Vectorizer {
  const indexOf = new Map(terms.map((term, index) => [term, index]))
  const weigh = (counts: ReadonlyMap<string, number>, indices: number[], values: number[]) => {
    const start = values.length
    let square = 0
    for (const [term, count] of counts) {
      const index = indexOf.get(term)
      if (index === undefined) continue
      const value = (count > 1 ? 1 + Math.log(count) : count) * (idf[index] ?? 0)
      indices.push(index)
      values.push(value)
      square += value * value
    }
    // Letters and words get half the say each, however many there are.
    const scale = square > 0 ? Math.SQRT1_2 / Math.sqrt(square) : 0
    for (let i = start; i < values.length; i++) values[i] = (values[i] ?? 0) * scale
  }
  return {
    size: terms.length,
    has: (term) => indexOf.has(term),
    toVector({ letters, words }) {
      const indices: number[] = []
      const values: number[] = []
      weigh(letters, indices, values)
      weigh(words, indices, values)
      return { indices: Uint32Array.from(indices), values: Float32Array.from(values) }
    },
  }
}
