import { createPostings } from './postings.ts'

/** How much of the question each document covers: 0 is nothing, about 1 everything. */
export type Bm25 = (terms: ReadonlyMap<string, number>) => Float32Array

/** Okapi BM25 over documents of weighted terms; the sum is divided by what a perfect document would get. */
export function createBm25(documents: readonly ReadonlyMap<string, number>[]): Bm25 {
  const idf = (found: number) => Math.log(1 + (documents.length - found + 0.5) / (found + 0.5))
  const { indexOf, starts, items } = createPostings(documentsByTerm(documents))
  const rarities = Float64Array.from(starts.subarray(1), (end, i) => idf(end - (starts[i] ?? 0)))
  const weights = new Float64Array(items.length)
  const next = starts.slice()
  for (const { terms, length } of withLengths(documents)) {
    for (const [term, count] of terms) {
      const index = indexOf(term)
      const at = next[index] as number
      next[index] = at + 1
      weights[at] = (count * (K1 + 1)) / (count + K1 * length)
    }
  }
  const unknown = idf(0)
  return (terms) => {
    const scores = new Float32Array(documents.length)
    let perfect = 0
    for (const [term, count] of terms) {
      const index = indexOf(term)
      const weight = Math.min(1, count) * (index < 0 ? unknown : (rarities[index] as number))
      perfect += weight * (K1 + 1)
      if (index < 0) continue
      const end = starts[index + 1] as number
      for (let i = starts[index] as number; i < end; i++) {
        const document = items[i] as number
        scores[document] = (scores[document] as number) + weight * (weights[i] as number)
      }
    }
    if (perfect > 0)
      for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / perfect
    return scores
  }
}

function documentsByTerm(documents: readonly ReadonlyMap<string, number>[]) {
  const lists = new Map<string, number[]>()
  for (const [document, terms] of documents.entries()) {
    for (const term of terms.keys()) {
      const list = lists.get(term) ?? []
      list.push(document)
      lists.set(term, list)
    }
  }
  return lists
}

/** Each document with its length against the average, as far as that counts. */
function withLengths(documents: readonly ReadonlyMap<string, number>[]) {
  const lengths = documents.map((document) => [...document.values()].reduce((a, b) => a + b, 0))
  const average = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length)
  return documents.map((terms, i) => ({ terms, length: 1 - B + (B * (lengths[i] ?? 0)) / average }))
}

const K1 = 1.2
const B = 0.5
