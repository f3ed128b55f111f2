import type { Calibrations } from './calibration.ts'
import type { LearntParts } from './learn-parts.ts'
import { packWeights } from './packed-weights.ts'

/**
 * How retrieval alone is weighed until the vector machines have learnt: fitted on held-out phrasings by
 * `node eval/fit-untrained.ts`, which prints these lines. `npm run eval` shows how good they are.
 */
export const untrained: Calibrations = {
  topic: [0, 0, -0.01, 0.49, 0.26, 4.92, -0.57, 4.08, 1.81, 0.96, -2.25],
  crisis: [0, 0, 0.3, 0.35, 1.36, 3.36, 0, 0.33, -0.06, 0.52, -1.73],
  guard: [0, 0, 0.06, 0.3, 2.69, 4.38, 0, -0.37, 1.88, -0.56, -3.04],
  talk: [0, 0, -0.04, 0.65, 1.03, 1.68, 0, -1.15, 1.4, -0.65, -1.28],
  outside: [0, 0, 0.14, 0.23, 3.32, 2.91, 0, -1.61, -0.44, 1.19, -1.49],
  detail: [0, 0, 0.05, 0.32, 3.94, 2.9, 0, 0.25, 1.45, -0.14, -3.41],
}
export const untrainedThresholds: Readonly<Record<string, number>> = {
  crisis: 0.5,
  human: 0.25,
  'own-case': 0.25,
  decision: 0.25,
  answer: 0.66,
}
export const untrainedParts: LearntParts = {
  names: [],
  weights: packWeights({ classes: 0, weights: new Float32Array(), bias: new Float32Array() }),
  calibration: [0, 0, 0, 0, 5, 5, 5, 5, 0, 0, 0.5, -3],
}
