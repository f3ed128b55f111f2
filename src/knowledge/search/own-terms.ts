/** The terms that a few texts have, numbered from 0 on: what is made of those texts alone needs no room for all others. */
export type OwnTerms = {
  size: number
  /** The own number of a term of the whole corpus, or -1. */
  of(term: number): number
}

/** An open hash table that is half empty: a place holds a term's own number plus one, and `terms` the term. */
export function createOwnTerms(termsOf: readonly Uint32Array[]): OwnTerms {
  let terms = new Uint32Array(FIRST_ROOM)
  let places: Uint16Array | Uint32Array = new Uint32Array(2 * FIRST_ROOM)
  let size = 0
  /** Where the term stands, or where it would. */
  const placeOf = (term: number): number => {
    const mask = places.length - 1
    let place = Math.imul(term, 0x9e3779b1) >>> 7
    for (;;) {
      place &= mask
      const own = places[place] as number
      if (own === 0 || terms[own - 1] === term) return place
      place++
    }
  }
  const grow = () => {
    const before = terms
    terms = new Uint32Array(2 * size)
    terms.set(before)
    places = new Uint32Array(2 * places.length)
    for (let own = 0; own < size; own++) places[placeOf(terms[own] as number)] = own + 1
  }
  for (const ids of termsOf) {
    for (const term of ids) {
      const place = placeOf(term)
      if (places[place] !== 0) continue
      terms[size++] = term
      places[place] = size
      if (size === terms.length) grow()
    }
  }
  terms = terms.slice(0, size)
  if (size <= 0xffff) places = Uint16Array.from(places)
  return { size, of: (term) => (places[placeOf(term)] as number) - 1 }
}

const FIRST_ROOM = 256
