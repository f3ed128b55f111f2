import { plainText } from '#platform/browser/markdown.ts'

/** A piece of a text; `isHit` is what was looked for. */
export type Snippet = readonly { text: string; isHit: boolean }[]

const BEFORE = 60
const LENGTH = 180

/** Large and small letters are the same. A letter stays one letter, so that places in both texts agree. */
export function foldText(text: string): string {
  const composed = text.normalize('NFC')
  const small = composed.toLowerCase()
  return small.length === composed.length ? small : [...composed].map(lower).join('')
}

export function foundIn(text: string, word: string): boolean {
  return foldText(text).includes(word)
}

/** A piece of the first text with the first word that is in it; every word in that piece is a hit. */
export function snippetOf(texts: readonly string[], words: readonly string[]): Snippet | null {
  for (const raw of texts) {
    const text = plainText(raw).normalize('NFC')
    const folded = foldText(text)
    const at = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0)
    if (at.length === 0) continue
    const from = Math.max(0, Math.min(...at) - BEFORE)
    const piece = text.slice(from, from + LENGTH)
    const parts = marked(piece, words)
    const before = from > 0 ? [{ text: '… ', isHit: false }] : []
    const after = from + LENGTH < text.length ? [{ text: ' …', isHit: false }] : []
    return [...before, ...parts, ...after]
  }
  return null
}

function marked(text: string, words: readonly string[]): Snippet {
  const folded = foldText(text)
  const parts: { text: string; isHit: boolean }[] = []
  let from = 0
  while (from < text.length) {
    const next = words
      .map((word) => ({ at: folded.indexOf(word, from), length: word.length }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at || b.length - a.length)[0]
    if (!next) break
    if (next.at > from) parts.push({ text: text.slice(from, next.at), isHit: false })
    parts.push({ text: text.slice(next.at, next.at + next.length), isHit: true })
    from = next.at + next.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), isHit: false })
  return parts
}

function lower(sign: string): string {
  const small = sign.toLowerCase()
  return small.length === sign.length ? small : sign
}
