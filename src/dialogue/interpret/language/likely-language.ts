import { byteGroups } from './byte-groups.ts'
import { type LanguageTables, readTables } from './tables.ts'

/** The language of a text as eld finds it, from its tables; undefined when no group of letters is known. */
export function likelyLanguage(text: string): { code: string; isReliable: boolean } | undefined {
  tables ??= readTables()
  const { codes, usual } = tables
  const groups = byteGroups(text)
  const scores = new Uint32Array(codes.length)
  for (const key of groups) addTo(scores, key, tables)
  const most = Math.max(...scores)
  if (most === 0) return undefined
  const language = scores.indexOf(most)
  const mean = most / groups.size
  const isReliable =
    groups.size >= FEWEST_GROUPS && mean / (mean + SCALE) >= (usual[language] ?? 1) * SHARE_OF_USUAL
  return { code: codes[language] ?? '', isReliable }
}

let tables: LanguageTables | undefined
const FEWEST_GROUPS = 3
/** eld's own: what makes a mean weight a score between 0 and 1, and how much of the usual one is enough. */
const SCALE = 25
const SHARE_OF_USUAL = 0.75
/** The tables leave out what every weight has. */
const LEAST_WEIGHT = 53

function addTo(
  scores: Uint32Array,
  key: number,
  { keys, ends, languages, weights }: LanguageTables,
) {
  const at = indexOf(keys, key)
  if (at < 0) return
  const end = ends[at] ?? 0
  for (let i = at > 0 ? (ends[at - 1] ?? 0) : 0; i < end; i += 1) {
    const language = languages[i] ?? 0
    scores[language] = (scores[language] ?? 0) + (weights[i] ?? 0) + LEAST_WEIGHT
  }
}

function indexOf(sorted: Float64Array, wanted: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const value = sorted[middle] ?? 0
    if (value === wanted) return middle
    if (value < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
