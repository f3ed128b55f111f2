import { keyOf } from './tables.ts'

/** The groups of four bytes, three apart, of each word, with a space where a word begins or ends; each once, as a key. */
export function byteGroups(text: string): ReadonlySet<number> {
  const bytes = Buffer.from(
    text.slice(0, MOST_CHARACTERS).replace(separators, ' ').trim().toLowerCase(),
  )
  const groups = new Set<number>()
  const end = endOf(bytes)
  for (let from = 0; from < end; ) {
    const space = bytes.indexOf(SPACE, from)
    const to = space < 0 || space > end ? end : space
    if (to > from) addGroups(groups, bytes.subarray(from, to))
    from = to + 1
  }
  return groups
}

const MOST_CHARACTERS = 1_000
const SPACE = 32
/** Whatever is no letter, but for the apostrophe within and before a word. */
const separators = /[^[\p{L}&&[\0-\uffff]]]+(?<!['`’])/gv
/** The text ends with the word that goes beyond so many bytes, or with the letter that goes beyond the limit. */
const ENOUGH_BYTES = 350
const MOST_BYTES = 380
const MOST_BYTES_OF_A_WORD = 70
/** Longer than any group of the tables: counted, never found. */
const BEYOND = 2 ** 48

function endOf(bytes: Buffer): number {
  const space = bytes.indexOf(SPACE, ENOUGH_BYTES + 1)
  let end = Math.min(MOST_BYTES + 1, bytes.length)
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end += 1
  return space < 0 ? end : Math.min(space, end)
}

function addGroups(groups: Set<number>, word: Uint8Array): void {
  const length = Math.min(word.length, MOST_BYTES_OF_A_WORD)
  let at = 0
  for (; at + 4 < length; at += 3) groups.add(group(at, word.subarray(at, at + 4), 'within'))
  if (length < word.length) groups.add(BEYOND + word.length)
  else groups.add(group(at, word.subarray(length > 3 ? length - 4 : 0), 'last'))
}

function group(at: number, bytes: Uint8Array, place: 'within' | 'last'): number {
  return keyOf([...(at === 0 ? [SPACE] : []), ...bytes, ...(place === 'last' ? [SPACE] : [])])
}
