import type { LabelKind } from './label-kind.ts'

/** Turns evidence into how often such evidence is right: a logistic regression with its bias last. */
export type Calibration = readonly number[]

/** One for each kind of label. */
export type Calibrations = Readonly<Record<LabelKind, Calibration>>

export function confidence(calibration: Calibration, evidence: ArrayLike<number>): number {
  let z = calibration[evidence.length] ?? 0
  for (let i = 0; i < evidence.length; i++) z += (calibration[i] ?? 0) * (evidence[i] ?? 0)
  return 1 / (1 + Math.exp(-z))
}

/**
 * Fits by Newton's method, held a little to `before`: a few examples change little of what is known from elsewhere,
 * and a feature that separates perfectly does not run away.
 */
export function fitCalibration(
  evidence: readonly (readonly number[])[],
  isRight: readonly boolean[],
  before: Calibration = new Array((evidence[0]?.length ?? 0) + 1).fill(0),
  ridge = 5,
): Calibration {
  // From the middle: from far out, Newton's first step may overshoot for good.
  let weights: Calibration = before.map(() => 0)
  for (let round = 0; round < ROUNDS; round++) {
    const step = newtonStep(weights, before, evidence, isRight, ridge)
    weights = weights.map((w, i) => w + (step[i] ?? 0))
    if (step.every((s) => Math.abs(s) < SMALLEST_STEP)) break
  }
  return weights
}

const ROUNDS = 12
const SMALLEST_STEP = 1e-4

function newtonStep(
  weights: readonly number[],
  before: Calibration,
  evidence: readonly (readonly number[])[],
  isRight: readonly boolean[],
  ridge: number,
): number[] {
  const size = weights.length
  const gradient = Float64Array.from(weights, (w, i) => ridge * ((before[i] ?? 0) - w))
  const hessian = new Float64Array(size * size)
  for (let i = 0; i < size; i++) hessian[i * size + i] = ridge
  const x = new Float64Array(size).fill(1)
  for (let n = 0; n < evidence.length; n++) {
    const row = evidence[n] as readonly number[]
    for (let i = 0; i < row.length; i++) x[i] = row[i] as number
    const p = confidence(weights, row)
    const error = (isRight[n] ? 1 : 0) - p
    const curve = p * (1 - p)
    for (let i = 0; i < size; i++) {
      const xi = x[i] as number
      const curved = curve * xi
      gradient[i] = (gradient[i] as number) + error * xi
      for (let j = 0; j <= i; j++)
        hessian[i * size + j] = (hessian[i * size + j] as number) + curved * (x[j] as number)
    }
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) hessian[j * size + i] = hessian[i * size + j] as number
  const rows = Array.from({ length: size }, (_, i) => [
    ...hessian.subarray(i * size, (i + 1) * size),
  ])
  return solve(rows, [...gradient])
}

/** Gaussian elimination with pivots; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    const pivot = rows
      .slice(column)
      .reduce(
        (best, row, i) =>
          Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? column + i : best,
        column,
      )
    const top = rows[pivot] ?? []
    rows[pivot] = rows[column] ?? []
    rows[column] = top
    for (const [i, row] of rows.entries()) {
      if (i === column) continue
      const factor = (row[column] ?? 0) / (top[column] || 1)
      for (let j = column; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (top[j] ?? 0)
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] || 1))
}
