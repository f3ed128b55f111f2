import type { Calibration, Calibrations } from './calibration.ts'

/**
 * How retrieval alone is weighed until the vector machines have learnt: fitted on held-out phrasings by
 * `node eval/fit-untrained.ts`, which prints these lines. `npm run eval` shows how good they are.
 */
export const untrained: Calibrations = {
  topic: [0, 0, -0.01, 0.51, 0.77, 3.56, -0.14, 1.45, 1.57, 0.97, -2.34],
  crisis: [0, 0, 0.29, 0.39, 0.75, 1.83, 0, 0.11, -0.01, 0.38, -1.66],
  guard: [0, 0, 0.05, 0.35, 1.9, 2.89, 0, -0.2, 1.55, -0.08, -2.5],
  talk: [0, 0, -0.07, 0.66, 1.12, 1.25, 0, -0.37, 1.19, -0.32, -1.09],
  outside: [0, 0, 0.15, 0.2, 2.43, 2.91, 0, -0.72, -0.22, 1.19, -1.29],
  detail: [0, 0, 0.04, 0.33, 2.85, 2.86, 0, 0.05, 1.57, 0.12, -3.09],
}
export const untrainedThresholds: Readonly<Record<string, number>> = {
  crisis: 0.45,
  human: 0.25,
  'own-case': 0.25,
  decision: 0.25,
  answer: 0.63,
}
export const untrainedParts: Calibration = [
  0, 0, 0, 0, -0.06, 0.31, -0.12, 0.1, 0.5, 3.33, 0.37, 4.37, 1.05, 3.41, -0.87, -0.77,
]
