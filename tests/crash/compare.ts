import type { Played } from './play.ts'

export type Difference = { lost: readonly string[]; doubled: readonly string[]; sentTwice: number }

/** What an interrupted run lacks, and what it has too often. */
export function compare(whole: Played, interrupted: Played): Difference {
  const unsent = whole.sends.length - interrupted.sends.length
  const sentTwice = interrupted.sends.reduce((sum, times) => sum + times - 1, 0)
  return {
    lost: [
      ...without(whole.facts, interrupted.facts),
      ...Array.from({ length: Math.max(unsent, 0) }, () => 'a text was never sent'),
    ],
    doubled: [
      ...without(interrupted.facts, whole.facts),
      ...Array.from({ length: Math.max(-unsent, 0) }, () => 'a text that nobody wrote was sent'),
      // A send that was under way at the kill may be made again; no other.
      ...Array.from(
        { length: Math.max(sentTwice - interrupted.kills, 0) },
        () => 'a text was sent again without need',
      ),
    ],
    sentTwice,
  }
}

/** What is in the first and not in the second, each as often as it is missing. */
function without(all: readonly string[], known: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const one of known) left.set(one, (left.get(one) ?? 0) + 1)
  return all.filter((one) => {
    const times = left.get(one) ?? 0
    left.set(one, times - 1)
    return times <= 0
  })
}
