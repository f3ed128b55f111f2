import type { Corpus } from './corpus.ts'
import { keepTexts } from './keep-texts.ts'
import { createVectorizer, type SparseVector, type Vocabulary } from './vectorizer.ts'

/** Texts as vectors over one vocabulary. */
export type Vectors = {
  size: number
  has(letters: string): boolean
  of(text: string): SparseVector
  /** Everything is built: from now on texts come and go. */
  settle(): void
}

/** Vectors are kept, since building needs those of each text several times, until `settle` is called. */
export function createVectors(
  { toTerms, tables }: Pick<Corpus, 'toTerms' | 'tables'>,
  vocabulary: Vocabulary,
): Vectors {
  const { size, has, toVector } = createVectorizer(vocabulary, tables)
  const { of, settle } = keepTexts((text): SparseVector => toVector(toTerms(text)))
  return { size, has, of, settle }
}
