import type { LinearWeights } from './linear-classifier.ts'

/** Weights in a byte each, for the file: a step is 1/127 of the class's largest, far below what decides anything. */
export type PackedWeights = {
  classes: number
  steps: Float32Array
  weights: Int8Array
  bias: Float32Array
}

export function packWeights({ classes, weights, bias }: LinearWeights): PackedWeights {
  const steps = new Float32Array(classes)
  for (let i = 0; i < weights.length; i++) {
    const size = Math.abs(weights[i] as number) / LARGEST
    if (size > (steps[i % classes] as number)) steps[i % classes] = size
  }
  const packed = Int8Array.from(weights, (weight, i) =>
    Math.round(weight / ((steps[i % classes] as number) || 1)),
  )
  return { classes, steps, weights: packed, bias }
}

export function unpackWeights({ classes, steps, weights, bias }: PackedWeights): LinearWeights {
  const unpacked = Float32Array.from(weights)
  for (let i = 0; i < unpacked.length; i++) {
    unpacked[i] = (unpacked[i] as number) * (steps[i % classes] as number)
  }
  return { classes, weights: unpacked, bias }
}

const LARGEST = 127
