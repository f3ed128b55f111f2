/**
 * `addRows` for weights in a byte each. The same lines once more: a loop that has met two kinds of arrays is compiled for
 * both, and takes twice as long with either (measured: learning 166 topics, and reading after it).
 */
export function addPackedRows(
  sums: Float32Array,
  weights: Int8Array,
  terms: Uint32Array,
  values: Float32Array,
): void {
  const classes = sums.length
  const whole = terms.length - (terms.length % 4)
  for (let k = 0; k < whole; k += 4) {
    const row0 = (terms[k] as number) * classes
    const row1 = (terms[k + 1] as number) * classes
    const row2 = (terms[k + 2] as number) * classes
    const row3 = (terms[k + 3] as number) * classes
    const value0 = values[k] as number
    const value1 = values[k + 1] as number
    const value2 = values[k + 2] as number
    const value3 = values[k + 3] as number
    for (let c = 0; c < classes; c++)
      sums[c] =
        (sums[c] as number) +
        value0 * (weights[row0 + c] as number) +
        value1 * (weights[row1 + c] as number) +
        value2 * (weights[row2 + c] as number) +
        value3 * (weights[row3 + c] as number)
  }
  for (let k = whole; k < terms.length; k++) {
    const row = (terms[k] as number) * classes
    const value = values[k] as number
    for (let c = 0; c < classes; c++)
      sums[c] = (sums[c] as number) + value * (weights[row + c] as number)
  }
}
