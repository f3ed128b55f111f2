import type { Corpus } from './corpus.ts'
import { createVectorizer, type SparseVector, type Vocabulary } from './vectorizer.ts'

/** Texts as vectors over one vocabulary. */
export type Vectors = { size: number; has(term: string): boolean; of(text: string): SparseVector }

/** `keep`: every vector is made once, for learning, which needs each of them many times. */
export function createVectors({ toTerms }: Corpus, vocabulary: Vocabulary, keep: boolean): Vectors {
  const { size, has, toVector } = createVectorizer(vocabulary)
  const of = (text: string) => toVector(toTerms(text))
  if (!keep) return { size, has, of }
  const kept = new Map<string, SparseVector>()
  return {
    size,
    has,
    of(text) {
      const before = kept.get(text)
      if (before) return before
      const vector = of(text)
      kept.set(text, vector)
      return vector
    },
  }
}
