import type { Bag } from './bag.ts'
import type { LetterTable } from './letter-table.ts'
import { createPostings, type Postings } from './postings.ts'
import { EXPLAINING } from './terms.ts'

/** How much of a text, given by its letter groups, each label's own texts explain, 0 to 1. */
export type Explain = (letters: Bag) => Float32Array

/** Plain data: which labels have a letter group in their texts, and what it weighs by its rarity. */
export type ExplainIndex = Postings & { texts: number; labels: number; weights: Float32Array }

/**
 * "Hvornår har svømmehallen åbent?" shares most words with the opening hours of the desk; what no text about those
 * explains is the word that matters. Counted in letter groups, so that a typo or a compound is not a new word, and
 * weighted by how rare the group is.
 */
export function indexExplained(
  texts: readonly { letters: Bag; label: number }[],
  labelCount: number,
  { size, lengthOf }: Pick<LetterTable, 'size' | 'lengthOf'>,
): ExplainIndex {
  const groups = size()
  const found = new Uint32Array(groups)
  const ofLabels = Array.from({ length: labelCount }, () => new Set<number>())
  for (const { letters, label } of texts) {
    for (const id of letters.ids) {
      if (lengthOf(id) < EXPLAINING) continue
      found[id] = (found[id] as number) + 1
      ofLabels[label]?.add(id)
    }
  }
  const weights = Float32Array.from(found, (count, id) =>
    lengthOf(id) < EXPLAINING ? 0 : rarity(texts.length, count),
  )
  const { starts, items } = createPostings(
    ofLabels.map((ids) => Uint32Array.from(ids)),
    groups,
  )
  return { texts: texts.length, labels: labelCount, starts, items, weights }
}

export function createExplain({ texts, labels, starts, items, weights }: ExplainIndex): Explain {
  const unknown = rarity(texts, 0)
  return ({ ids, strangers }) => {
    const explained = new Float32Array(labels)
    let total = strangers * unknown
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k] as number
      const weight = weights[id] ?? unknown
      if (weight === 0) continue
      total += weight
      const end = starts[id + 1] ?? 0
      for (let i = starts[id] ?? 0; i < end; i++) {
        const label = items[i] as number
        explained[label] = (explained[label] as number) + weight
      }
    }
    if (total > 0)
      for (let i = 0; i < explained.length; i++) explained[i] = (explained[i] as number) / total
    return explained
  }
}

function rarity(texts: number, found: number): number {
  return Math.log((1 + texts) / (1 + found))
}
