/** For each term a list of numbers, all lists in one array: tens of thousands of small arrays would cost their headers. */
export type Postings = {
  /** The list of term i runs from `starts[i]` up to `starts[i + 1]`. */
  starts: Uint32Array
  items: Uint16Array | Uint32Array
}

/** `termsOf[i]` are the terms under which i is to be found; each list is in the order of i. */
export function createPostings(termsOf: readonly Uint32Array[], terms: number): Postings {
  const starts = new Uint32Array(terms + 1)
  for (const own of termsOf)
    for (const term of own) starts[term + 1] = (starts[term + 1] as number) + 1
  for (let term = 0; term < terms; term++)
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number)
  const Items = termsOf.length <= 0x1_0000 ? Uint16Array : Uint32Array
  const items = new Items(starts[terms] as number)
  const next = starts.slice()
  for (const [i, own] of termsOf.entries()) {
    for (const term of own) {
      const at = next[term] as number
      items[at] = i
      next[term] = at + 1
    }
  }
  return { starts, items }
}
