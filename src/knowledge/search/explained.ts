import { createPostings } from './postings.ts'
import type { Terms } from './terms.ts'

/** How much of a text each label's own texts explain, 0 to 1. */
export type Explain = (terms: Terms) => Float32Array

/**
 * "Hvornår har svømmehallen åbent?" shares most words with the opening hours of the desk; what no text about those
 * explains is the word that matters. Counted in letter groups, so that a typo or a compound is not a new word, and
 * weighted by how rare the group is.
 */
export function createExplain(
  texts: readonly { terms: Terms; label: number }[],
  labelCount: number,
): Explain {
  const counts = new Map<string, number>()
  const labels = new Map<string, number[]>()
  for (const { terms, label } of texts) {
    for (const group of terms.letters.keys()) {
      if (group.length < SHORTEST) continue
      counts.set(group, (counts.get(group) ?? 0) + 1)
      const known = labels.get(group)
      if (!known) labels.set(group, [label])
      else if (!known.includes(label)) known.push(label)
    }
  }
  const rarity = (count: number) => Math.log((1 + texts.length) / (1 + count))
  const unknown = rarity(0)
  const weights = Float64Array.from(counts.values(), rarity)
  const { indexOf, starts, items } = createPostings(labels)
  return ({ letters }) => {
    const explained = new Float32Array(labelCount)
    let total = 0
    for (const group of letters.keys()) {
      if (group.length < SHORTEST) continue
      const index = indexOf(group)
      const weight = index < 0 ? unknown : (weights[index] as number)
      total += weight
      if (index < 0) continue
      const end = starts[index + 1] as number
      for (let i = starts[index] as number; i < end; i++) {
        const label = items[i] as number
        explained[label] = (explained[label] as number) + weight
      }
    }
    if (total > 0)
      for (let i = 0; i < explained.length; i++) explained[i] = (explained[i] as number) / total
    return explained
  }
}

const SHORTEST = 4
