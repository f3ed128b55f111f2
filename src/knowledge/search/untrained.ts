import type { Calibration, Calibrations } from './calibration.ts'

/**
 * How retrieval alone is weighed until the vector machines have learnt: fitted on held-out phrasings by
 * `node eval/fit-untrained.ts`, which prints these lines. `npm run eval` shows how good they are.
 */
export const untrained: Calibrations = {
  topic: [0, 0, -0.01, 0.52, 0.23, 3.48, -0.08, 1.42, 1.72, 0.87, -2.31],
  crisis: [0, 0, 0.3, 0.39, 0.57, 1.58, 0, 0.13, 0.11, 0.54, -1.62],
  guard: [0, 0, 0.06, 0.37, 1.34, 2.67, 0, -0.23, 1.7, 0.11, -2.29],
  talk: [0, 0, -0.08, 0.67, 0.82, 0.93, 0, -0.45, 1.38, -0.17, -1.02],
  outside: [0, 0, 0.15, 0.21, 2.73, 2.42, 0, -0.81, -0.15, 1.29, -1.36],
  detail: [0, 0, 0.02, 0.37, 2.71, 2.77, 0, 0.02, 1.74, 0.12, -2.96],
}
export const untrainedThresholds: Readonly<Record<string, number>> = {
  crisis: 0.42,
  human: 0.29,
  'own-case': 0.25,
  decision: 0.27,
  answer: 0.64,
}
export const untrainedParts: Calibration = [
  0, 0, 0, 0, -0.07, 0.3, -0.11, 0.11, 0.62, 3.26, 0.38, 4.4, 0.99, 3.47, -0.84, -0.77,
]
