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
  const groups = new Map<string, { count: number; labels: number[] }>()
  for (const { terms, label } of texts) {
    for (const group of terms.letters.keys()) {
      if (group.length < SHORTEST) continue
      const known = groups.get(group)
      if (!known) groups.set(group, { count: 1, labels: [label] })
      else {
        known.count++
        if (!known.labels.includes(label)) known.labels.push(label)
      }
    }
  }
  return ({ letters }) => {
    const explained = new Float32Array(labelCount)
    let total = 0
    for (const group of letters.keys()) {
      if (group.length < SHORTEST) continue
      const known = groups.get(group)
      // How rare it is.
      const weight = Math.log((1 + texts.length) / (1 + (known?.count ?? 0)))
      total += weight
      for (const label of known?.labels ?? []) {
        explained[label] = (explained[label] as number) + weight
      }
    }
    return total > 0 ? explained.map((weight) => weight / total) : explained
  }
}

const SHORTEST = 4
