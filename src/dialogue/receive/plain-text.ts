/** A text made easy to search, and where each of its characters stood in the original. */
export type PlainText = { plain: string; from: readonly number[]; original: string }
/** Half open, in UTF-16 units. */
export type Span = { start: number; end: number }

/**
 * Lower case, full-width and other compatibility forms folded, digits of every script as 0–9, every dash as "-".
 * Without changing the text itself: `originalSpan` leads back to it.
 */
export function plainText(original: string): PlainText {
  let plain = ''
  const from: number[] = []
  let at = 0
  for (const character of original) {
    const folded = fold(character)
    for (let i = 0; i < folded.length; i++) from.push(at)
    plain += folded
    at += character.length
  }
  from.push(at)
  return { plain, from, original }
}

/** The characters of the original that a part of the plain text came from. */
export function originalSpan({ from, original }: PlainText, { start, end }: Span): Span {
  const last = from[end - 1] ?? 0
  let until = last + String.fromCodePoint(original.codePointAt(last) ?? 0).length
  while (KEYCAP_PART.test(original.charAt(until))) until++
  return { start: from[start] ?? original.length, end: until }
}

/** What makes a keycap of a digit: it would stand between two digits. */
const KEYCAP_PART = /[\ufe0f\u20e3]/

function fold(character: string): string {
  if (character >= ' ' && character <= '~') return character.toLowerCase()
  if (KEYCAP_PART.test(character)) return ''
  if (/\p{Nd}/u.test(character)) return String(digitValue(character.codePointAt(0) ?? 0))
  if (/[\p{Pd}\u2212]/u.test(character)) return '-'
  const wide = character.normalize('NFKC')
  // A few signs fold into a whole sentence; no number is in one.
  return (wide.length > 4 ? character : wide).toLowerCase()
}

/** Unicode lays decimal digits out in runs of ten that start with zero. */
function digitValue(codePoint: number): number {
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - before - 1))) before++
  return before % 10
}
