/** For each term a list of numbers, all lists in one array: tens of thousands of small arrays would cost their headers. */
export type Postings = {
  /** Which list is the term's, or -1: it runs from `starts[it]` up to `starts[it + 1]`. */
  indexOf(term: string): number
  starts: Uint32Array
  items: Uint32Array
}

export function createPostings(lists: ReadonlyMap<string, readonly number[]>): Postings {
  const indices = new Map<string, number>()
  const starts = new Uint32Array(lists.size + 1)
  const items = new Uint32Array([...lists.values()].reduce((sum, { length }) => sum + length, 0))
  for (const [term, list] of lists) {
    const index = indices.size
    const start = starts[index] as number
    indices.set(term, index)
    items.set(list, start)
    starts[index + 1] = start + list.length
  }
  return { indexOf: (term) => indices.get(term) ?? -1, starts, items }
}
