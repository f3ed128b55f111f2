import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { fold } from '#knowledge/search/fold.ts'
import { tokenize } from '#knowledge/search/tokens.ts'

/** The short answers of `words.yaml`, folded, Danish and English together: "ok" and "2" are both. */
const words = new Map<string, readonly string[]>(
  Object.entries(
    parse(readFileSync(new URL('./words.yaml', import.meta.url), 'utf8')) as Record<
      string,
      { da: string[]; en: string[] }
    >,
  ).map(([name, { da, en }]) => [name, [...da, ...en].map(plain)]),
)

export function wordsFor(name: string): readonly string[] {
  return words.get(name) ?? []
}

/** The whole message is one of these. */
export function isOneOf(text: string, name: string): boolean {
  return wordsFor(name).includes(plain(text))
}

/** The message holds one of these as whole words. */
export function mentions(text: string, name: string): boolean {
  const said = ` ${plain(text)} `
  return wordsFor(name).some((word) => said.includes(` ${word} `))
}

/** Folded words with single spaces between; digits stay. */
export function plain(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

export function countWords(text: string): number {
  return tokenize(text).length
}
