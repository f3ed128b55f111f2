/** Terms as small numbers, the same for all texts: what is known of a term stands in arrays beside each other. */
export type TermTable = {
  /** How many terms there are. */
  size(): number
  /** The number of a term, or -1. While the table is open, a term that nobody has used gets the next number. */
  enter(term: string): number
  idOf(term: string): number
  /** Every term, in the order of their numbers. */
  terms(): readonly string[]
  /** From now on nothing new is entered. */
  settle(): void
}

export function createTermTable(): TermTable {
  const ids = new Map<string, number>()
  let isOpen = true
  return {
    size: () => ids.size,
    enter(term) {
      const known = ids.get(term)
      if (known !== undefined) return known
      if (!isOpen) return -1
      const id = ids.size
      ids.set(term, id)
      return id
    },
    idOf: (term) => ids.get(term) ?? -1,
    terms: () => [...ids.keys()],
    settle() {
      isOpen = false
    },
  }
}
