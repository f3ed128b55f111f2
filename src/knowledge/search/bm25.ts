import type { Bag } from './bag.ts'
import { createPostings, type Postings } from './postings.ts'

/** How much of the question each document covers: 0 is nothing, about 1 everything. */
export type Bm25 = (question: Bag) => Float32Array

/** Plain data: in which documents each term is, how much it weighs there, and how rare it is. */
export type Bm25Index = Postings & {
  documents: number
  weights: Float64Array
  rarities: Float64Array
}

/** Over documents of weighted terms that have numbers below `terms`. */
export function indexBm25(documents: readonly Bag[], terms: number): Bm25Index {
  const { starts, items } = createPostings(
    documents.map(({ ids }) => ids),
    terms,
  )
  const rarities = Float64Array.from(starts.subarray(1), (end, i) =>
    idf(documents.length, end - (starts[i] as number)),
  )
  const weights = new Float64Array(items.length)
  const next = starts.slice()
  const lengths = againstAverage(documents)
  for (const [i, { ids, counts }] of documents.entries()) {
    const own = lengths[i] as number
    for (let k = 0; k < ids.length; k++) {
      const at = next[ids[k] as number] as number
      next[ids[k] as number] = at + 1
      const count = counts[k] as number
      weights[at] = (count * (K1 + 1)) / (count + K1 * own)
    }
  }
  return { documents: documents.length, starts, items, weights, rarities }
}

/** Okapi BM25; the sum is divided by what a perfect document would get. */
export function createBm25({ documents, starts, items, weights, rarities }: Bm25Index): Bm25 {
  const unknown = idf(documents, 0)
  return ({ ids, counts, strangers }) => {
    const scores = new Float32Array(documents)
    let perfect = strangers * unknown * (K1 + 1)
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k] as number
      const weight = Math.min(1, counts[k] as number) * (rarities[id] ?? unknown)
      perfect += weight * (K1 + 1)
      const end = starts[id + 1] ?? 0
      for (let i = starts[id] ?? 0; i < end; i++) {
        const document = items[i] as number
        scores[document] = (scores[document] as number) + weight * (weights[i] as number)
      }
    }
    if (perfect > 0)
      for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / perfect
    return scores
  }
}

function idf(documents: number, found: number): number {
  return Math.log(1 + (documents - found + 0.5) / (found + 0.5))
}

/** Each document's length against the average, as far as that counts. */
function againstAverage(documents: readonly Bag[]): readonly number[] {
  const lengths = documents.map(({ counts }) => counts.reduce((a, b) => a + b, 0))
  const average = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length)
  return lengths.map((length) => 1 - B + (B * length) / average)
}

const K1 = 1.2
const B = 0.5
