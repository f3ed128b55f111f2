import { createPostings, type Postings } from './postings.ts'
import type { SparseVector } from './vectorizer.ts'

/** How close the nearest example of each group is: about the cosine, 0 to 1. */
export type Nearest = (vector: SparseVector) => Float32Array

/** Plain data: which examples have a term, and what it weighs in each. */
export type NearestIndex = Postings & {
  weights: Float32Array
  /** What each example belongs to, of `groupCount` groups. */
  groups: Int32Array
  groupCount: number
}

/**
 * `groups[i]` is what example i belongs to. Terms of very many examples are passed over: measured over 6,500 examples
 * they are 15 % of a text's weight and 19 of 20 steps of the walk.
 */
export function indexNearest(
  vectors: readonly SparseVector[],
  groups: Int32Array,
  groupCount: number,
  terms: number,
): NearestIndex {
  const counts = new Uint32Array(terms)
  for (const { indices } of vectors)
    for (const term of indices) counts[term] = (counts[term] as number) + 1
  const isTelling = (term: number) => (counts[term] as number) <= MOST_EXAMPLES
  const { starts, items } = createPostings(
    vectors.map(({ indices }) => indices.filter(isTelling)),
    terms,
  )
  const weights = new Float32Array(items.length)
  const next = starts.slice()
  for (const { indices, values } of vectors) {
    for (let k = 0; k < indices.length; k++) {
      if (!isTelling(indices[k] as number)) continue
      const at = next[indices[k] as number] as number
      next[indices[k] as number] = at + 1
      weights[at] = values[k] as number
    }
  }
  return { starts, items, weights, groups, groupCount }
}

export function createNearest(index: NearestIndex): Nearest {
  const { starts, items, weights, groups, groupCount } = index
  const sums = new Float32Array(groups.length)
  return ({ indices, values }) => {
    sums.fill(0)
    for (let k = 0; k < indices.length; k++) {
      const term = indices[k] as number
      const value = values[k] as number
      const start = starts[term] as number
      const end = starts[term + 1] as number
      for (let at = start; at < end; at++) {
        const example = items[at] as number
        sums[example] = (sums[example] as number) + value * (weights[at] as number)
      }
    }
    const best = new Float32Array(groupCount)
    for (let i = 0; i < sums.length; i++) {
      const sum = sums[i] as number
      if (sum === 0) continue
      const group = groups[i] as number
      if (sum > (best[group] as number)) best[group] = sum
    }
    return best
  }
}

const MOST_EXAMPLES = 250
