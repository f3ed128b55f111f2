export type TextPiece = { text: string; isNumber: boolean }

/**
 * A text with its numbers of several groups apart: among right-to-left letters "33 66 33 66" would be laid out as
 * "66 33 66 33". A text without such letters is one piece.
 */
export function numbersApart(text: string): readonly TextPiece[] {
  if (!RIGHT_TO_LEFT.test(text)) return [{ text, isNumber: false }]
  const pieces: TextPiece[] = []
  let at = 0
  for (const { 0: number, index } of text.matchAll(GROUPS)) {
    if (index > at) pieces.push({ text: text.slice(at, index), isNumber: false })
    pieces.push({ text: number, isNumber: true })
    at = index + number.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isNumber: false })
  return pieces
}

/** The same as plain text, with the signs that keep a number in one piece. */
export function withNumbersApart(text: string): string {
  return numbersApart(text)
    .map((piece) => (piece.isNumber ? `\u2066${piece.text}\u2069` : piece.text))
    .join('')
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const GROUPS = /[+(]*\p{Nd}[\p{Nd} \u00a0().:/+\-–]*\p{Nd}/gu
