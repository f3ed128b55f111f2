/** Terms as small numbers, the same for all texts: what is known of a term stands in arrays beside each other. */
export type TermTable = {
  /** How many terms there are. */
  size(): number
  /** The number of a term, or -1. While the table is open, a term that nobody has used gets the next number. */
  enter(term: string): number
  idOf(term: string): number
  /** From now on nothing new is entered. */
  settle(): void
}

export type WordTable = TermTable & {
  /** Every term in the order of their numbers, as plain data that a table can be made of. */
  list(): string
}

/** One that is made of the list of another is settled. */
export function createTermTable(known?: string): WordTable {
  const ids = new Map<string, number>()
  if (known) for (const term of known.split(BETWEEN)) ids.set(term, ids.size)
  let isOpen = known === undefined
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
    list: () => [...ids.keys()].join(BETWEEN),
    settle() {
      isOpen = false
    },
  }
}

/** A sign that no term has: letters, digits and spaces are all there is in one. */
const BETWEEN = '\n'
