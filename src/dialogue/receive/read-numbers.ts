import {
  cardinals,
  danishTens,
  danishUnits,
  englishTens,
  englishUnits,
  months,
  ordinals,
} from './number-words.ts'
import type { Span } from './plain-text.ts'

/** A number, an ordinal or a month in a text; `digits` are what it dictates ("femogtres" 65, "07" 07). */
export type NumberToken = Span & {
  kind: 'typed' | 'spoken' | 'ordinal' | 'month'
  digits: string
}

/**
 * Every number of a plain text in order, written or spoken, Danish or English. "ninety three" is 93 when tens and
 * units are `joined`, 90 and 3 when they are taken `apart`: only what follows can tell.
 */
export function readNumbers(plain: string, tensAndUnits: 'joined' | 'apart'): NumberToken[] {
  const words = wordsOf(plain)
  const tokens: NumberToken[] = []
  for (let i = 0; i < words.length; ) {
    if (!mayBegin(words[i]?.text ?? '')) {
      i++
      continue
    }
    const read =
      century(words, i, plain) ??
      repeated(words, i) ??
      compound(words, i, plain, tensAndUnits) ??
      single(words, i)
    if (read === null) i++
    else {
      const last = words[i + read.words - 1]
      const { kind, digits } = read
      tokens.push({ kind, digits, start: words[i]?.start ?? 0, end: last?.end ?? 0 })
      i += read.words
    }
  }
  return tokens
}

/** Most words begin no number, and are passed by with one look. */
function mayBegin(word: string): boolean {
  const first = word.charCodeAt(0)
  return (first >= 48 && first <= 57) || BEGINNINGS.has(word)
}

function wordsOf(plain: string): readonly Word[] {
  const words: Word[] = []
  for (const { 0: text, index } of plain.matchAll(/\d+|\p{L}+/gu))
    words.push({ text, start: index, end: index + text.length })
  return words
}

type Word = Span & { text: string }
type Read = { words: number; kind: NumberToken['kind']; digits: string } | null

function single(words: readonly Word[], i: number): Read {
  const text = words[i]?.text ?? ''
  if (/^\d/.test(text)) {
    const suffix = words[i + 1]
    const isOrdinal =
      suffix?.start === words[i]?.end && /^(?:st|nd|rd|th)$/.test(suffix?.text ?? '')
    return isOrdinal && text.length <= 2
      ? { words: 2, kind: 'ordinal', digits: text }
      : { words: 1, kind: 'typed', digits: text }
  }
  return (
    found(cardinals, text, 'spoken') ??
    found(ordinals, text, 'ordinal') ??
    found(months, text, 'month')
  )
}

function found(map: ReadonlyMap<string, number>, text: string, kind: NumberToken['kind']): Read {
  const number = map.get(text)
  return number === undefined ? null : { words: 1, kind, digits: String(number) }
}

/** "fem og tres", "fem-og-tres", "sixty five", "sixty-five", "twenty-first". */
function compound(words: readonly Word[], i: number, plain: string, english = 'joined'): Read {
  const [first = '', second = '', third = ''] = [0, 1, 2].map((next) => words[i + next]?.text ?? '')
  const unit = danishUnits.get(first)
  const ten = danishTens.get(third)
  if (
    unit !== undefined &&
    second === 'og' &&
    ten !== undefined &&
    areNeighbours(words, i, 3, plain)
  )
    return { words: 3, kind: 'spoken', digits: String(ten + unit) }
  if (english === 'apart' || !englishTens.has(first) || !areNeighbours(words, i, 2, plain))
    return null
  const ordinal = ordinals.get(`${first}${second}`)
  if (ordinal !== undefined) return { words: 2, kind: 'ordinal', digits: String(ordinal) }
  const few = englishUnits.get(second)
  return few === undefined
    ? null
    : { words: 2, kind: 'spoken', digits: String((englishTens.get(first) ?? 0) + few) }
}

/** "nittenhundrede (og) halvfems", "nineteen hundred", "to tusind (og) fem", "two thousand and five". */
function century(words: readonly Word[], i: number, plain: string): Read {
  const near = words.slice(i, i + 7).map(({ text }) => text)
  const head = HUNDREDS.find(({ said }) => said.every((word, at) => near[at] === word))
  if (!head || !areNeighbours(words, i, head.said.length, plain)) return null
  const joint = /^(?:og|and)$/.test(near[head.said.length] ?? '') ? 1 : 0
  const at = head.said.length + joint
  const rest = compound(words, i + at, plain) ?? single(words, i + at)
  if (rest?.kind === 'spoken' && areNeighbours(words, i, at + 1, plain))
    return {
      words: at + rest.words,
      kind: 'spoken',
      digits: head.digits + rest.digits.padStart(2, '0'),
    }
  return { words: head.said.length, kind: 'spoken', digits: `${head.digits}00` }
}

const HUNDREDS = [
  { said: ['attenhundrede'], digits: '18' },
  { said: ['nittenhundrede'], digits: '19' },
  { said: ['atten', 'hundrede'], digits: '18' },
  { said: ['nitten', 'hundrede'], digits: '19' },
  { said: ['nineteen', 'hundred'], digits: '19' },
  { said: ['totusind'], digits: '20' },
  { said: ['totusinde'], digits: '20' },
  { said: ['to', 'tusind'], digits: '20' },
  { said: ['to', 'tusinde'], digits: '20' },
  { said: ['two', 'thousand'], digits: '20' },
]

/** "double five", "triple nul", "dobbelt tre". */
function repeated(words: readonly Word[], i: number): Read {
  const times = REPEATS.get(words[i]?.text ?? '')
  const digit = cardinals.get(words[i + 1]?.text ?? '')
  if (times === undefined || digit === undefined || digit > 9) return null
  return { words: 2, kind: 'spoken', digits: String(digit).repeat(times) }
}

const REPEATS = new Map([
  ['double', 2],
  ['dobbelt', 2],
  ['triple', 3],
  ['tripel', 3],
])

const BEGINNINGS: ReadonlySet<string> = new Set([
  ...[cardinals, ordinals, months, danishUnits, englishTens, REPEATS].flatMap((map) => [
    ...map.keys(),
  ]),
  ...HUNDREDS.map(({ said }) => said[0] ?? ''),
])

/** Only a space or a hyphen stands between the words. */
function areNeighbours(words: readonly Word[], i: number, count: number, plain: string): boolean {
  return words
    .slice(i, i + count - 1)
    .every((word, at) => /^[ -]$/.test(plain.slice(word.end, words[i + at + 1]?.start)))
}
