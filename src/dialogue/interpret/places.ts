import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { plain } from './words.ts'

const read = parse(readFileSync(new URL('./places.yaml', import.meta.url), 'utf8')) as {
  ours: string[]
  others: Record<string, string[]>
  anywhere: string[]
}

/** What a text names of Copenhagen and its neighbours; undefined when it names none. */
export function placeIn(text: string): { name: string; isOurs: boolean } | undefined {
  const said = ` ${plain(text)} `
  return places.find(({ word }) => said.includes(` ${word} `))
}

/** Any municipality can deal with it, so where somebody lives makes no difference. */
export function isDealtWithAnywhere(articleId: string): boolean {
  return read.anywhere.includes(articleId)
}

const places = [
  ...Object.entries(read.others).flatMap(([name, words]) =>
    words.map((word) => ({ word: plain(word), name, isOurs: false })),
  ),
  ...read.ours.map((word) => ({
    word: plain(word),
    name: word.charAt(0).toUpperCase() + word.slice(1),
    isOurs: true,
  })),
]
