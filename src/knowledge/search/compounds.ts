/** The parts of a compound word, or nothing when it is none. */
export type SplitCompound = (word: string) => readonly string[]

/**
 * Splits words into two words of the corpus, with -s- or -e- between them: "pasbillede" → pas + billede.
 * Common words stay whole: a dictionary would make "hvor" + "dan" out of "hvordan".
 */
export function createCompoundSplitter(frequencies: ReadonlyMap<string, number>): SplitCompound {
  const isWord = (part: string) => part.length >= MIN_PART && (frequencies.get(part) ?? 0) >= 2
  const seen = new Map<string, readonly string[]>()
  return (word) => {
    const known = seen.get(word)
    if (known) return known
    const parts = split(word, isWord, frequencies)
    if (seen.size < MAX_SEEN) seen.set(word, parts)
    return parts
  }
}

const MIN_PART = 3
const MIN_COMPOUND = 7
const COMMON = 12
const MAX_SEEN = 20_000

function split(
  word: string,
  isWord: (part: string) => boolean,
  frequencies: ReadonlyMap<string, number>,
): readonly string[] {
  if (word.length < MIN_COMPOUND || (frequencies.get(word) ?? 0) >= COMMON) return []
  let best: readonly string[] = []
  let bestFrequency = 0
  for (let at = MIN_PART; at <= word.length - MIN_PART; at++) {
    const tail = word.slice(at)
    if (!isWord(tail)) continue
    for (const head of [word.slice(0, at), withoutLink(word.slice(0, at))]) {
      if (!isWord(head)) continue
      const frequency = Math.min(frequencies.get(head) ?? 0, frequencies.get(tail) ?? 0)
      if (frequency > bestFrequency) {
        best = [head, tail]
        bestFrequency = frequency
      }
    }
  }
  return best
}

function withoutLink(head: string): string {
  return /[se]$/.test(head) ? head.slice(0, -1) : head
}
