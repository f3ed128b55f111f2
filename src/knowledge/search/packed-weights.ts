import { addPackedRows } from './add-packed-rows.ts'
import type { LinearWeights } from './linear-classifier.ts'
import type { SparseVector } from './vectorizer.ts'

/** Weights in a byte each, in the file and in memory: a step is 1/127 of the class's largest, far below what decides anything. */
export type PackedWeights = {
  classes: number
  steps: Float32Array
  weights: Int8Array
  bias: Float32Array
}

export function packWeights({ classes, weights, bias }: LinearWeights): PackedWeights {
  const steps = new Float32Array(classes)
  for (let row = 0; row < weights.length; row += classes) {
    for (let c = 0; c < classes; c++) {
      const size = Math.abs(weights[row + c] as number) / LARGEST
      if (size > (steps[c] as number)) steps[c] = size
    }
  }
  const packed = new Int8Array(weights.length)
  for (let row = 0; row < weights.length; row += classes)
    for (let c = 0; c < classes; c++)
      packed[row + c] = Math.round((weights[row + c] as number) / ((steps[c] as number) || 1))
  return { classes, steps, weights: packed, bias }
}

const LARGEST = 127

/** The margin of each class: positive speaks for it. */
export function scorePacked(
  { classes, steps, weights, bias }: PackedWeights,
  { indices, values }: SparseVector,
): Float32Array {
  const scores = new Float32Array(classes)
  addPackedRows(scores, weights, indices, values)
  for (let c = 0; c < classes; c++)
    scores[c] = (scores[c] as number) * (steps[c] as number) + (bias[c] as number)
  return scores
}

/** The margins of some classes alone, in the order in which they are named; -1 names none and gets `otherwise`. */
export function scoreClasses(
  { classes, steps, weights, bias }: PackedWeights,
  { indices, values }: SparseVector,
  wanted: Int32Array,
  otherwise: number,
): Float32Array {
  const scores = new Float32Array(wanted.length)
  for (let i = 0; i < wanted.length; i++) {
    const own = wanted[i] as number
    if (own < 0) {
      scores[i] = otherwise
      continue
    }
    let score = 0
    for (let k = 0; k < indices.length; k++)
      score += (values[k] as number) * (weights[(indices[k] as number) * classes + own] as number)
    scores[i] = score * (steps[own] as number) + (bias[own] as number)
  }
  return scores
}
