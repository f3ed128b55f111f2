/** What is made of each text, kept while everything is built; after `settle` only of the last few texts. */
export function keepTexts<Made>(make: (text: string) => Made): {
  of(text: string): Made
  settle(): void
} {
  const kept = new Map<string, Made>()
  let most = Number.POSITIVE_INFINITY
  return {
    of(text) {
      const before = kept.get(text)
      if (before !== undefined) return before
      const made = make(text)
      if (kept.size >= most) kept.clear()
      kept.set(text, made)
      return made
    },
    settle() {
      kept.clear()
      most = LAST_FEW
    },
  }
}

/** A turn reads its text, and each sentence and question in it, in several steps. */
const LAST_FEW = 64
