import { writeFileSync } from 'node:fs'
import { serialize } from 'node:v8'
import { keyOf, type LanguageTables, tablesFile } from './tables.ts'

/**
 * `node src/dialogue/interpret/language/pack-tables.ts` packs the small tables of eld (Nito T.M., Apache-2.0) into the
 * file that the server reads: as eld's own module they are an object of 81,000 objects that takes 120 MB and 0.4 s.
 */
const { ngramsData, dictionary, avgScore } = await eldParts()
const codes = Object.values(ngramsData.languages)
const groups = Object.entries(ngramsData.ngrams)
  .map(([chars, weights]) => ({ key: keyOf([...chars].map(toByte)), weights: numbers(weights) }))
  .sort((a, b) => a.key - b.key)
const entries = groups.flatMap(({ weights }) => weights)
if (entries.some(([, weight]) => weight > 255))
  throw new RangeError('a weight needs more than a byte')

let end = 0
const tables: LanguageTables = {
  codes,
  usual: codes.map((code) => avgScore[code] ?? 1),
  keys: Float64Array.from(groups, ({ key }) => key),
  ends: Uint32Array.from(groups, ({ weights }) => {
    end += weights.length
    return end
  }),
  languages: Uint8Array.from(entries, ([language]) => language),
  weights: Uint8Array.from(entries, ([, weight]) => weight),
}
writeFileSync(tablesFile, serialize(tables))

/** eld writes bytes that are no letters of ASCII as a character of its own each. */
function toByte(char: string): number {
  const code = char.charCodeAt(0)
  const isOwn = code === 32 || code === 39 || code === 96 || (code >= 97 && code <= 122)
  return isOwn ? code : dictionary.indexOf(char, 128)
}

function numbers(weights: Readonly<Record<string, number>>): [language: number, weight: number][] {
  return Object.entries(weights).map(([language, weight]) => [Number(language), weight])
}

async function eldParts(): Promise<EldParts> {
  const at = (path: string) => import(new URL(path, import.meta.resolve('eld/small')).href)
  const parts = ['../ngrams/small.js', '../dictionary.js', '../avgScore.js'].map(at)
  return Object.assign({}, ...(await Promise.all(parts)))
}

type EldParts = {
  ngramsData: {
    languages: Record<string, string>
    ngrams: Record<string, Record<string, number>>
  }
  dictionary: readonly string[]
  avgScore: Readonly<Record<string, number>>
}
