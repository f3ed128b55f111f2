type Held = { confidence: number; isRight: boolean }

/**
 * How large a share of all other phrasings that were held back a guard may take for its own. A missed cry for help
 * weighs most, and many that it takes by mistake are about violence, illness or a roof over one's head all the same.
 */
export const mostAlarms: Readonly<Record<string, number>> = {
  crisis: 0.065,
  human: 0.02,
  'own-case': 0.035,
  decision: 0.025,
}

/** A wrong answer misleads, and costs as much as asking back twice without need. */
export const WRONG_ANSWER_COSTS = 2

/**
 * The lowest confidence from which on a guard takes no more than that share of the others. `total` counts also the
 * phrasings that were too far away to be in `held`.
 */
export function lowestThreshold(held: readonly Held[], mostAlarms: number, total: number): number {
  const right = held.filter(({ isRight }) => isRight).length
  let left = mostAlarms * (total - right)
  let threshold = 1
  for (const { confidence, isRight } of surestFirst(held)) {
    if (!isRight && --left < 0) break
    threshold = confidence
  }
  return Math.max(LOWEST_OF_GUARD, threshold)
}

/** The confidence from which on to answer, so that answers and mistakes on what was held back are worth most. */
export function worthiestThreshold(held: readonly Held[], wrongCosts: number): number {
  let worth = 0
  let most = 0
  let threshold = 1
  for (const { confidence, isRight } of surestFirst(held)) {
    worth += isRight ? 1 : -wrongCosts
    if (worth <= most) continue
    most = worth
    threshold = confidence
  }
  return Math.max(LOWEST_OF_ANSWER, threshold)
}

function surestFirst(held: readonly Held[]): readonly Held[] {
  return [...held].sort((a, b) => b.confidence - a.confidence)
}

// Below these, what was held back is too little to tell noise from knowledge.
const LOWEST_OF_GUARD = 0.08
const LOWEST_OF_ANSWER = 0.25
