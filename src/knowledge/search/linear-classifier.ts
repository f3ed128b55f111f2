import { addRows } from './add-rows.ts'
import type { SparseVector } from './vectorizer.ts'
import { createWeightRows } from './weight-rows.ts'

/** One weight for each term and class, the classes of a term beside each other, and a bias for each class. */
export type LinearWeights = { classes: number; weights: Float32Array; bias: Float32Array }

export type Training = {
  vectors: readonly SparseVector[]
  /** The classes that each vector belongs to. */
  targets: readonly (readonly number[])[]
  classes: number
  terms: number
  random: () => number
  rounds?: number
  /** How much a wrong training example costs against large weights. */
  cost?: number
}

/**
 * Trains one linear support vector machine for each class against all others, with squared hinge loss, by dual
 * coordinate descent (Hsieh et al., ICML 2008). All classes share one walk through the examples, which keeps the
 * weights of a term in one cache line.
 */
export function trainLinear(training: Training): LinearWeights {
  const { vectors, targets, classes, terms, random, rounds = 5, cost = 0.3 } = training
  const longest = vectors.reduce((most, { indices }) => Math.max(most, indices.length), 0)
  const { weights, bias, scores, score, steps, learn } = createWeightRows(terms, classes, longest)
  // At first each class refuses every text: what is far from it never has to be learnt.
  bias.fill(-1)
  const alphas = new Float32Array(vectors.length * classes)
  const slacks = slackOfOwn(targets, classes, cost)
  const isOwn = new Uint8Array(classes)
  const isSettled = new Uint8Array(vectors.length)
  const norms = Float64Array.from(vectors, (vector) => squaredLength(vector) + 1)
  const order = Uint32Array.from(vectors.keys())
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    for (const example of order) {
      // What needed no change last time rarely needs one now.
      if (isSettled[example] && round % 3 !== 0) continue
      const vector = vectors[example]
      const own = targets[example]
      if (!vector || !own) continue
      score(vector)
      for (const c of own) isOwn[c] = 1
      const norm = norms[example] as number
      let changes = 0
      steps.fill(0)
      for (let c = 0; c < classes; c++) {
        const slot = example * classes + c
        const alpha = alphas[slot] as number
        const y = isOwn[c] ? 1 : -1
        const margin = y * (scores[c] as number)
        if (alpha === 0 && margin >= 1) continue
        const slack = isOwn[c] ? (slacks[c] as number) : 1 / (2 * cost)
        const next = Math.max(0, alpha - (margin - 1 + slack * alpha) / (norm + slack))
        const step = (next - alpha) * y
        if (Math.abs(step) < SMALLEST_STEP) continue
        alphas[slot] = next
        steps[c] = step
        // As it is kept, in single precision.
        bias[c] = (bias[c] as number) + (steps[c] as number)
        changes++
      }
      for (const c of own) isOwn[c] = 0
      isSettled[example] = changes === 0 ? 1 : 0
      if (changes > 0) learn(vector)
    }
  }
  return { classes, weights, bias }
}

const SMALLEST_STEP = 1e-3

/** The margin of each class: positive speaks for it. */
export function scoreLinear(
  { weights, bias }: LinearWeights,
  { indices, values }: SparseVector,
): Float32Array {
  const scores = bias.slice()
  addRows(scores, weights, indices, values)
  return scores
}

/** A class has few examples and many strangers, so its own weigh more: the slack that each class gives its own. */
function slackOfOwn(targets: Training['targets'], classes: number, cost: number): Float32Array {
  const counts = new Uint32Array(classes)
  for (const c of targets.flat()) counts[c] = (counts[c] ?? 0) + 1
  return Float32Array.from(counts, (count) => {
    const weight = count > 0 ? Math.min(8, Math.sqrt(targets.length / count)) : 1
    return 1 / (2 * cost * weight)
  })
}

function squaredLength({ values }: SparseVector): number {
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += (values[k] as number) * (values[k] as number)
  return sum
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const other = order[j] ?? 0
    order[j] = order[i] ?? 0
    order[i] = other
  }
}
