/** How much of the question each document covers: 0 is nothing, about 1 everything. */
export type Bm25 = (terms: ReadonlyMap<string, number>) => Float32Array

/** Okapi BM25 over documents of weighted terms; the sum is divided by what a perfect document would get. */
export function createBm25(documents: readonly ReadonlyMap<string, number>[]): Bm25 {
  const lengths = documents.map((document) => [...document.values()].reduce((a, b) => a + b, 0))
  const average = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length)
  const postings = new Map<string, { document: number; weight: number }[]>()
  for (const [document, terms] of documents.entries()) {
    const length = 1 - B + (B * (lengths[document] ?? 0)) / average
    for (const [term, count] of terms) {
      const list = postings.get(term) ?? []
      list.push({ document, weight: (count * (K1 + 1)) / (count + K1 * length) })
      postings.set(term, list)
    }
  }
  const idf = (found: number) => Math.log(1 + (documents.length - found + 0.5) / (found + 0.5))
  return (terms) => {
    const scores = new Float32Array(documents.length)
    let perfect = 0
    for (const [term, count] of terms) {
      const list = postings.get(term) ?? []
      const weight = Math.min(1, count) * idf(list.length)
      perfect += weight * (K1 + 1)
      for (const posting of list) {
        scores[posting.document] = (scores[posting.document] ?? 0) + weight * posting.weight
      }
    }
    return perfect > 0 ? scores.map((score) => score / perfect) : scores
  }
}

const K1 = 1.2
const B = 0.5
