import { plain } from './words.ts'

/** How alike two short texts look, 0 to 1: the Dice coefficient of their letter pairs. Forgives a typo. */
export function alikeness(a: string, b: string): number {
  const pairsOfA = pairs(a)
  const pairsOfB = pairs(b)
  const left = [...pairsOfB]
  let shared = 0
  for (const pair of pairsOfA) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    shared++
  }
  return (2 * shared) / (pairsOfA.length + pairsOfB.length)
}

function pairs(text: string): string[] {
  return plain(text)
    .split(' ')
    .flatMap((word) => {
      const padded = `^${word}$`
      return Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2))
    })
}
