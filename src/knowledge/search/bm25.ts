/** How much of the question each document covers: 0 is nothing, about 1 everything. */
export type Bm25 = (terms: ReadonlyMap<string, number>) => Float32Array

/** The documents that hold a term, how much it says of each, and how rare it is. */
type Posting = { documents: Uint32Array; weights: Float64Array; idf: number }

/** Okapi BM25 over documents of weighted terms; the sum is divided by what a perfect document would get. */
export function createBm25(documents: readonly ReadonlyMap<string, number>[]): Bm25 {
  const idf = (found: number) => Math.log(1 + (documents.length - found + 0.5) / (found + 0.5))
  const postings = new Map<string, Posting>()
  for (const [term, list] of weighTerms(documents)) {
    postings.set(term, {
      documents: Uint32Array.from(list, ({ document }) => document),
      weights: Float64Array.from(list, ({ weight }) => weight),
      idf: idf(list.length),
    })
  }
  const unknown = idf(0)
  return (terms) => {
    const scores = new Float32Array(documents.length)
    let perfect = 0
    for (const [term, count] of terms) {
      const posting = postings.get(term)
      const weight = Math.min(1, count) * (posting?.idf ?? unknown)
      perfect += weight * (K1 + 1)
      if (!posting) continue
      for (let i = 0; i < posting.documents.length; i++) {
        const document = posting.documents[i] as number
        scores[document] = (scores[document] as number) + weight * (posting.weights[i] as number)
      }
    }
    if (perfect > 0)
      for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / perfect
    return scores
  }
}

function weighTerms(documents: readonly ReadonlyMap<string, number>[]) {
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
  return postings
}

const K1 = 1.2
const B = 0.5
