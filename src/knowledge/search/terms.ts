import type { SplitCompound } from './compounds.ts'
import { stem } from './stem.ts'
import { tokenize } from './tokens.ts'

/** What a text is made of: letter groups within words, and stemmed words, pairs and compound parts, with weights. */
export type Terms = { letters: Map<string, number>; words: Map<string, number> }

export function extractTerms(text: string, split: SplitCompound): Terms {
  const letters = new Map<string, number>()
  const words = new Map<string, number>()
  let before = '^'
  for (const token of tokenize(text)) {
    addLetterGroups(letters, token)
    const stemmed = stem(token)
    add(words, ` ${stemmed}`, 1)
    add(words, ` ${before} ${stemmed}`, 1)
    // What was written is never replaced; the parts only come on top, with less weight.
    for (const part of split(token)) add(words, ` ${stem(part)}`, PART_WEIGHT)
    before = stemmed
  }
  return { letters, words }
}

const PART_WEIGHT = 0.6
const SHORTEST = 2
const LONGEST = 5

function addLetterGroups(letters: Map<string, number>, token: string): void {
  const word = `^${token}$`
  for (let length = SHORTEST; length <= LONGEST; length++) {
    for (let at = 0; at + length <= word.length; at++) add(letters, word.slice(at, at + length), 1)
  }
}

function add(counts: Map<string, number>, term: string, weight: number): void {
  counts.set(term, (counts.get(term) ?? 0) + weight)
}
