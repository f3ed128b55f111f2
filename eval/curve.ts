/** The chance that a positive scores above a negative (AUROC): 0.5 is guessing, 1 is perfect. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const sorted = [...negatives].sort((a, b) => a - b)
  const below = (score: number) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] ?? 0) < score) low = middle + 1
      else high = middle
    }
    return low
  }
  const won = positives.reduce((sum, score) => sum + below(score), 0)
  return won / Math.max(1, positives.length * negatives.length)
}

/** How many negatives pass when the threshold lets this share of the positives through. */
export function falseAlarmsAt(
  caught: number,
  positives: readonly number[],
  negatives: readonly number[],
): number {
  const sorted = [...positives].sort((a, b) => b - a)
  const threshold = sorted[Math.ceil(caught * sorted.length) - 1] ?? 0
  return negatives.filter((score) => score >= threshold).length
}
