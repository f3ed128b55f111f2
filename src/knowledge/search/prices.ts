/**
 * What a mistake costs: how large a share of messages really is one, and how many false alarms a missed one is worth.
 * The training data has far more cries for help in it than a day at the desk, so the share is not taken from there.
 */
export const prices: Readonly<Record<string, Price>> = {
  crisis: { share: 0.02, missCosts: 12 },
  human: { share: 0.08, missCosts: 2 },
  'own-case': { share: 0.12, missCosts: 1 },
  decision: { share: 0.06, missCosts: 1 },
}
/** That the best topic is the right one: a wrong answer misleads, and costs four times as much as asking back. */
export const priceOfAnswer: Price = { share: 0.5, missCosts: 0.25 }
export type Price = { share: number; missCosts: number }

/**
 * The confidence from which on to believe it, so that mistakes on what was held back cost least. `total` counts
 * also the phrasings that were too far away to be in `held`.
 */
export function cheapestThreshold(
  held: readonly { confidence: number; isRight: boolean }[],
  { share, missCosts }: Price,
  total: number,
): number {
  const sorted = [...held].sort((a, b) => b.confidence - a.confidence)
  const right = Math.max(1, sorted.filter(({ isRight }) => isRight).length)
  const missCost = (share * missCosts) / right
  const alarmCost = (1 - share) / Math.max(1, total - right)
  let cost = 0
  let least = 0
  let threshold = 1
  for (const { confidence, isRight } of sorted) {
    cost += isRight ? -missCost : alarmCost
    if (cost < least) {
      least = cost
      threshold = confidence
    }
  }
  return Math.max(LOWEST, threshold)
}

// Below this, what was held back is too little to tell noise from knowledge.
const LOWEST = 0.25
