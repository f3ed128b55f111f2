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
  const rarity = (count: number) => Math.log((1 + texts.length) / (1 + count))
  const unknown = rarity(0)
  const known = new Map<string, { weight: number; labels: Uint16Array }>()
  for (const [group, { count, labels }] of groups)
    known.set(group, { weight: rarity(count), labels: Uint16Array.from(labels) })
  return ({ letters }) => {
    const explained = new Float32Array(labelCount)
    let total = 0
    for (const group of letters.keys()) {
      if (group.length < SHORTEST) continue
      const found = known.get(group)
      total += found?.weight ?? unknown
      if (!found) continue
      const { weight, labels } = found
      for (let i = 0; i < labels.length; i++) {
        const label = labels[i] as number
        explained[label] = (explained[label] as number) + weight
      }
    }
    if (total > 0)
      for (let i = 0; i < explained.length; i++) explained[i] = (explained[i] as number) / total
    return explained
  }
}

const SHORTEST = 4
