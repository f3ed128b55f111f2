import { createBm25 } from './bm25.ts'
import { createCompoundSplitter } from './compounds.ts'
import type { Corpus } from './corpus.ts'
import { keepTexts } from './keep-texts.ts'
import type { ReadingIndex } from './reading-index.ts'
import { createExtractTerms, createTermTables } from './terms.ts'

/** Takes texts apart by what is known, and keeps only the last few. */
export type SettledTexts = Pick<Corpus, 'tables' | 'toTerms' | 'coveredBy'>

export function createSettledTexts(
  { terms, coverage }: Pick<ReadingIndex, 'terms' | 'coverage'>,
  frequencies: ReadonlyMap<string, number>,
): SettledTexts {
  const tables = createTermTables(terms)
  const taken = keepTexts(createExtractTerms(tables, createCompoundSplitter(frequencies)))
  const search = createBm25(coverage)
  const covered = keepTexts((text) => search(taken.of(text).words))
  taken.settle()
  covered.settle()
  return { tables, toTerms: taken.of, coveredBy: covered.of }
}
