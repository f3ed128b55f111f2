import type { SparseVector } from './vectorizer.ts'

/** One weight for each term and class, the classes of a term beside each other, and a bias for each class. */
export type LinearWeights = { classes: number; weights: Float32Array; bias: Float32Array }

export type Training = {
  vectors: readonly SparseVector[]
  /** The class of each vector. */
  targets: ArrayLike<number>
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
  const { vectors, targets, classes, terms, random, rounds = 10, cost = 1 } = training
  const weights = new Float32Array(terms * classes)
  const bias = new Float32Array(classes)
  const alphas = new Float32Array(vectors.length * classes)
  const norms = Float32Array.from(vectors, squaredLength)
  const positives = countClasses(targets, classes)
  const scores = new Float32Array(classes)
  const changed = new Int32Array(classes)
  const step = new Float32Array(classes)
  const order = Uint32Array.from(vectors.keys())
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    for (const example of order) {
      const vector = vectors[example]
      if (!vector) continue
      scoreInto(scores, { classes, weights, bias }, vector)
      let changes = 0
      for (let c = 0; c < classes; c++) {
        const isIt = targets[example] === c
        const y = isIt ? 1 : -1
        // A class has few examples and many strangers: its own weigh more.
        const weight = isIt ? cost * ownWeight(vectors.length, positives[c] ?? 0) : cost
        const slack = 1 / (2 * weight)
        const slot = example * classes + c
        const alpha = alphas[slot] ?? 0
        const gradient = y * (scores[c] ?? 0) - 1 + slack * alpha
        if (alpha === 0 && gradient >= 0) continue
        const next = Math.max(0, alpha - gradient / ((norms[example] ?? 0) + 1 + slack))
        const delta = (next - alpha) * y
        if (Math.abs(delta) < 1e-6) continue
        alphas[slot] = next
        step[changes] = delta
        changed[changes++] = c
      }
      for (let i = 0; i < changes; i++) {
        const c = changed[i] ?? 0
        bias[c] = (bias[c] ?? 0) + (step[i] ?? 0)
      }
      if (changes > 0) addInto(weights, classes, vector, changed, step, changes)
    }
  }
  return { classes, weights, bias }
}

/** The margin of each class: positive speaks for it. */
export function scoreLinear(model: LinearWeights, vector: SparseVector): Float32Array {
  return scoreInto(new Float32Array(model.classes), model, vector)
}

function scoreInto(
  scores: Float32Array,
  { classes, weights, bias }: LinearWeights,
  { indices, values }: SparseVector,
): Float32Array {
  scores.set(bias)
  for (let k = 0; k < indices.length; k++) {
    const row = (indices[k] as number) * classes
    const value = values[k] as number
    for (let c = 0; c < classes; c++)
      scores[c] = (scores[c] as number) + value * (weights[row + c] as number)
  }
  return scores
}

function addInto(
  weights: Float32Array,
  classes: number,
  { indices, values }: SparseVector,
  changed: Int32Array,
  step: Float32Array,
  changes: number,
): void {
  for (let k = 0; k < indices.length; k++) {
    const row = (indices[k] as number) * classes
    const value = values[k] as number
    for (let i = 0; i < changes; i++) {
      const at = row + (changed[i] as number)
      weights[at] = (weights[at] as number) + value * (step[i] as number)
    }
  }
}

function ownWeight(examples: number, own: number): number {
  return own > 0 ? Math.min(8, Math.sqrt(examples / own)) : 1
}

function countClasses(targets: ArrayLike<number>, classes: number): Uint32Array {
  const counts = new Uint32Array(classes)
  for (let i = 0; i < targets.length; i++) {
    const c = targets[i] ?? 0
    counts[c] = (counts[c] ?? 0) + 1
  }
  return counts
}

function squaredLength({ values }: SparseVector): number {
  return values.reduce((sum, value) => sum + value * value, 0)
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const other = order[j] ?? 0
    order[j] = order[i] ?? 0
    order[i] = other
  }
}
