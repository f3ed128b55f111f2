import type { Corpus } from './corpus.ts'
import { createVectorizer, type SparseVector, type Vocabulary } from './vectorizer.ts'

/** Texts as vectors over one vocabulary. */
export type Vectors = {
  size: number
  has(term: string): boolean
  of(text: string): SparseVector
  /** Everything is built: from now on texts come and go. */
  settle(): void
}

/** Vectors are kept, since building needs those of each text several times, until `settle` is called. */
export function createVectors({ toTerms }: Corpus, vocabulary: Vocabulary): Vectors {
  const { size, has, toVector } = createVectorizer(vocabulary)
  let kept: Map<string, SparseVector> | undefined = new Map()
  return {
    size,
    has,
    of(text) {
      const before = kept?.get(text)
      if (before) return before
      const vector = toVector(toTerms(text))
      kept?.set(text, vector)
      return vector
    },
    settle() {
      kept = undefined
    },
  }
}
