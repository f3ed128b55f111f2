/** Turns evidence into how often such evidence is right: a logistic regression with its bias last. */
export type Calibration = readonly number[]

export function confidence(calibration: Calibration, evidence: readonly number[]): number {
  let z = calibration[evidence.length] ?? 0
  for (const [i, value] of evidence.entries()) z += (calibration[i] ?? 0) * value
  return 1 / (1 + Math.exp(-z))
}

/** Fits by Newton's method with a little ridge, so that a feature that separates perfectly does not run away. */
export function fitCalibration(
  evidence: readonly (readonly number[])[],
  isRight: readonly boolean[],
  ridge = 1,
): Calibration {
  const size = (evidence[0]?.length ?? 0) + 1
  let weights: number[] = new Array(size).fill(0)
  for (let round = 0; round < 25; round++) {
    const gradient: number[] = weights.map((w) => -ridge * w)
    const hessian: number[][] = weights.map((_, i) => weights.map((__, j) => (i === j ? ridge : 0)))
    for (const [n, row] of evidence.entries()) {
      const x = [...row, 1]
      const p = confidence(weights, row)
      const error = (isRight[n] ? 1 : 0) - p
      for (let i = 0; i < size; i++) {
        gradient[i] = (gradient[i] ?? 0) + error * (x[i] ?? 0)
        const line = hessian[i] ?? []
        for (let j = 0; j < size; j++) {
          line[j] = (line[j] ?? 0) + p * (1 - p) * (x[i] ?? 0) * (x[j] ?? 0)
        }
      }
    }
    const step = solve(hessian, gradient)
    weights = weights.map((w, i) => w + (step[i] ?? 0))
    if (step.every((s) => Math.abs(s) < 1e-6)) break
  }
  return weights
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
