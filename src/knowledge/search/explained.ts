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
  const labelsOf = new Map<string, Set<number>>()
  const counts = new Map<string, number>()
  for (const { terms, label } of texts) {
    for (const group of terms.letters.keys()) {
      if (group.length < SHORTEST) continue
      counts.set(group, (counts.get(group) ?? 0) + 1)
      const labels = labelsOf.get(group) ?? new Set()
      labelsOf.set(group, labels.add(label))
    }
  }
  const rarity = (group: string) => Math.log((1 + texts.length) / (1 + (counts.get(group) ?? 0)))
  return ({ letters }) => {
    const explained = new Float32Array(labelCount)
    let total = 0
    for (const group of letters.keys()) {
      if (group.length < SHORTEST) continue
      const weight = rarity(group)
      total += weight
      for (const label of labelsOf.get(group) ?? []) {
        explained[label] = (explained[label] as number) + weight
      }
    }
    return total > 0 ? explained.map((weight) => weight / total) : explained
  }
}

const SHORTEST = 4
