import { type Bag, createCounter } from './bag.ts'
import type { SplitCompound } from './compounds.ts'
import {
  createLetterTable,
  type LetterSteps,
  type LetterTable,
  NO_LETTERS,
} from './letter-table.ts'
import { stem } from './stem.ts'
import { createTermTable, type TermTable, type WordTable } from './term-table.ts'
import { tokenize } from './tokens.ts'

/** What a text is made of: letter groups within words, and stemmed words, pairs and compound parts, with weights. */
export type Terms = { letters: Bag; words: Bag }
/** All terms of a corpus; numbers of one table say nothing in another. */
export type TermTables = { letters: LetterTable; words: WordTable }
/** The same as plain data. */
export type KnownTerms = { letters: LetterSteps; words: string }
export type ExtractTerms = (text: string) => Terms

export function createTermTables(known?: KnownTerms): TermTables {
  return { letters: createLetterTable(known?.letters), words: createTermTable(known?.words) }
}

export function knownTerms({ letters, words }: TermTables): KnownTerms {
  return { letters: letters.steps(), words: words.list() }
}

export function createExtractTerms(tables: TermTables, split: SplitCompound): ExtractTerms {
  const letters = createLetterCollector(tables.letters)
  const words = createWordCollector(tables.words)
  return (text) => {
    let before = '^'
    for (const token of tokenize(text)) {
      letters.add(`^${token}$`)
      const stemmed = stem(token)
      words.add(` ${stemmed}`, 1)
      words.add(` ${before} ${stemmed}`, 1)
      // What was written is never replaced; the parts only come on top, with less weight.
      for (const part of split(token)) words.add(` ${stem(part)}`, PART_WEIGHT)
      before = stemmed
    }
    return { letters: letters.take(), words: words.take() }
  }
}

const PART_WEIGHT = 0.6
const SHORTEST = 2
const LONGEST = 5
/** Shorter groups are in every text, and explain nothing. */
export const EXPLAINING = 4

function createLetterCollector({ step }: LetterTable) {
  const counter = createCounter()
  const strangers = new Set<string>()
  return {
    add(word: string) {
      for (let start = 0; start < word.length - 1; start++) {
        let group = step(NO_LETTERS, word.charCodeAt(start))
        const end = Math.min(start + LONGEST, word.length)
        for (let at = start + 1; at < end; at++) {
          if (group >= 0) group = step(group, word.charCodeAt(at))
          const length = at - start + 1
          if (group >= 0 && length >= SHORTEST) counter.add(group, 1)
          else if (group < 0 && length >= EXPLAINING) strangers.add(word.slice(start, at + 1))
        }
      }
    },
    take(): Bag {
      const { size } = strangers
      strangers.clear()
      return counter.take(size)
    },
  }
}

function createWordCollector({ enter }: TermTable) {
  const counter = createCounter()
  const strangers = new Map<string, number>()
  return {
    add(term: string, count: number) {
      const id = enter(term)
      if (id >= 0) counter.add(id, count)
      else strangers.set(term, (strangers.get(term) ?? 0) + count)
    },
    take(): Bag {
      let strange = 0
      for (const count of strangers.values()) strange += Math.min(1, count)
      strangers.clear()
      return counter.take(strange)
    },
  }
}
