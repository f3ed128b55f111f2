/** The terms that a few texts have, numbered from 0 on: what is made of those texts alone needs no room for all others. */
export type OwnTerms = {
  size: number
  /** The own number of a term of the whole corpus, or -1. */
  of(term: number): number
}

/** An open hash table that is half empty: a place holds a term and, beside it, its own number plus one. */
export function createOwnTerms(termsOf: readonly Uint32Array[]): OwnTerms {
  const terms = new Set(termsOf.flatMap((ids) => [...ids]))
  const places = 2 ** Math.ceil(Math.log2(2 * terms.size + 2))
  const table = new Uint32Array(2 * places)
  /** Where the term stands, or where it would. */
  const placeOf = (term: number): number => {
    let place = Math.imul(term, 0x9e3779b1) >>> 7
    for (;;) {
      place &= places - 1
      if (table[2 * place + 1] === 0 || table[2 * place] === term) return place
      place++
    }
  }
  let size = 0
  for (const term of terms) {
    const place = placeOf(term)
    table[2 * place] = term
    table[2 * place + 1] = ++size
  }
  return { size, of: (term) => (table[2 * placeOf(term) + 1] as number) - 1 }
}
