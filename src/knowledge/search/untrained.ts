import type { Calibration, Calibrations } from './calibration.ts'

/**
 * How retrieval alone is weighed until the vector machines have learnt: fitted on held-out phrasings by
 * `node eval/fit-untrained.ts`, which prints these lines. `npm run eval` shows how good they are.
 */
export const untrained: Calibrations = {
  topic: [0, 0, -0.01, 0.15, 5.1, 6.68, 1.14, 15.37, 1.92, 4.12, -2.85],
  crisis: [0, 0, 0.26, 0.19, 2.6, 5.04, 0, -0.27, -1.35, -1.53, -1.68],
  guard: [0, 0, 0.07, 0.26, 2.83, 4.41, 0, 0.41, 1.24, -1.63, -3.16],
  talk: [0, 0, 0.07, 0.29, 1.79, 2.63, 0, -0.98, 2.81, -0.97, -2.8],
  outside: [0, 0, 0.16, 0.26, 3.71, 1.79, 0, -0.76, 0.5, -0.21, -2.8],
  detail: [0, 0, 0.08, 0.16, 4.79, 6.03, 0, 1.78, 0.82, -0.16, -3.21],
}
export const untrainedThresholds: Readonly<Record<string, number>> = {
  crisis: 0.24,
  human: 0.16,
  'own-case': 0.14,
  decision: 0.11,
  answer: 0.47,
}
export const untrainedParts: Calibration = [
  0.22, 0.09, 2.09, -0.01, -0.12, 0.18, 0.03, 0.27, -0.18, 0.18, 0.17, 6.22, 0.54, 1.18, -0.62, 0.4,
]
