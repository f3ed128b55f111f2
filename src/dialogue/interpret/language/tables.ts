import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize } from 'node:v8'

/** How often groups of up to six bytes stand in sixty languages; flat, so that they cost their size and no more. */
export type LanguageTables = {
  /** ISO 639-1, by number of the language. */
  codes: readonly string[]
  /** The score (0–1) that a correct detection of the language has on average. */
  usual: readonly number[]
  /** The groups in ascending order, each as `keyOf` its bytes. */
  keys: Float64Array
  /** Where the entries of each group end in `languages` and `weights`; they begin where those before end. */
  ends: Uint32Array
  languages: Uint8Array
  weights: Uint8Array
}

export const tablesFile = join(import.meta.dirname, 'tables.bin')

export function readTables(): LanguageTables {
  return deserialize(readFileSync(tablesFile))
}

/** Up to six bytes as one number. */
export function keyOf(bytes: Iterable<number>): number {
  let key = 0
  for (const byte of bytes) key = key * 256 + byte
  return key
}
