import { plain } from './words.ts'

/** How alike two short texts look, 0 to 1: the Dice coefficient of their letter pairs. Forgives a typo. */
export function alikeness(a: string, b: string): number {
  return alikenessOfPairs(letterPairs(a), letterPairs(b))
}

/** The same for texts whose pairs are known: a list is taken apart once, not for each word that is held against it. */
export function alikenessOfPairs(a: readonly string[], b: readonly string[]): number {
  const left = [...b]
  let shared = 0
  for (const pair of a) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    shared++
  }
  return (2 * shared) / (a.length + b.length)
}

export function letterPairs(text: string): readonly string[] {
  return plain(text)
    .split(' ')
    .flatMap((word) => {
      const padded = `^${word}$`
      return Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2))
    })
}
