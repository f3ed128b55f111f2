/** The terms that a few texts have, numbered from 0 on: what is made of those texts alone needs no room for all others. */
export type OwnTerms = {
  size: number
  /** The own number of a term of the whole corpus, or -1. */
  of(term: number): number
}

export function createOwnTerms(termsOf: readonly Uint32Array[]): OwnTerms {
  const sorted = Uint32Array.from(new Set(termsOf.flatMap((ids) => [...ids]))).sort()
  return {
    size: sorted.length,
    of(term) {
      let low = 0
      let high = sorted.length - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        const there = sorted[middle] as number
        if (there === term) return middle
        if (there < term) low = middle + 1
        else high = middle - 1
      }
      return -1
    },
  }
}
