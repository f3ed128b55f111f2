import type { SparseVector } from './vectorizer.ts'

/** How close the nearest example of each group is: the cosine, 0 to 1. */
export type Nearest = (vector: SparseVector) => Float32Array

/** `groups[i]` is what example i belongs to. */
export function createNearest(
  vectors: readonly SparseVector[],
  groups: ArrayLike<number>,
  groupCount: number,
  terms: number,
): Nearest {
  const { starts, examples, weights } = invert(vectors, terms)
  const sums = new Float32Array(vectors.length)
  return ({ indices, values }) => {
    sums.fill(0)
    for (let k = 0; k < indices.length; k++) {
      const term = indices[k] as number
      const value = values[k] as number
      const end = starts[term + 1] as number
      for (let at = starts[term] as number; at < end; at++) {
        const example = examples[at] as number
        sums[example] = (sums[example] as number) + value * (weights[at] as number)
      }
    }
    const best = new Float32Array(groupCount)
    for (let i = 0; i < sums.length; i++) {
      const group = groups[i] as number
      if ((sums[i] as number) > (best[group] as number)) best[group] = sums[i] as number
    }
    return best
  }
}

function invert(vectors: readonly SparseVector[], terms: number) {
  const starts = new Uint32Array(terms + 1)
  for (const { indices } of vectors)
    for (const term of indices) starts[term + 1] = (starts[term + 1] ?? 0) + 1
  for (let term = 0; term < terms; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  const next = starts.slice()
  const total = starts[terms] ?? 0
  const examples = new Uint32Array(total)
  const weights = new Float32Array(total)
  for (const [example, { indices, values }] of vectors.entries()) {
    for (let k = 0; k < indices.length; k++) {
      const term = indices[k] as number
      const at = next[term] as number
      next[term] = at + 1
      examples[at] = example
      weights[at] = values[k] as number
    }
  }
  return { starts, examples, weights }
}
