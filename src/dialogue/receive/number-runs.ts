import type { Span } from './plain-text.ts'
import type { NumberToken } from './read-numbers.ts'

/** Some neighbouring numbers of a text, read as one. */
export type Run = Span & { tokens: readonly NumberToken[]; digits: string; gaps: readonly string[] }

/** Every series of neighbouring numbers, from each start the longest first, that dictates one of these lengths. */
export function runsOf(
  plain: string,
  tokens: readonly NumberToken[],
  lengths: readonly number[],
): Run[] {
  return tokens.flatMap((_, first) => runsAt(plain, tokens, first, lengths))
}

/** Those of them that start with this number. */
export function runsAt(
  plain: string,
  tokens: readonly NumberToken[],
  first: number,
  lengths: readonly number[],
): Run[] {
  const longest = Math.max(...lengths)
  const runs: Run[] = []
  let length = 0
  for (let last = first; last < tokens.length; last++) {
    const token = tokens[last]
    if (!token || token.kind === 'ordinal' || token.kind === 'month') break
    length += token.digits.length
    if (length > longest) break
    if (last > first && !isGap(gapBefore(plain, tokens, last))) break
    if (lengths.includes(length)) runs.push(runFrom(plain, tokens.slice(first, last + 1)))
  }
  return runs.reverse()
}

/** All of these numbers read as one, if they can be. */
export function wholeRun(plain: string, tokens: readonly NumberToken[]): Run | undefined {
  const areNumbers = tokens.every(({ kind }) => kind === 'typed' || kind === 'spoken')
  if (tokens.length === 0 || !areNumbers) return undefined
  const run = runFrom(plain, tokens)
  return run.gaps.every(isGap) ? run : undefined
}

/** What stands before a number, up to the number before it. */
export function gapBefore(plain: string, tokens: readonly NumberToken[], at: number): string {
  return plain.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start)
}

/** Digits are joined to this run without a space, as in the case number 2026-0099123. */
export function isPartOfLonger(plain: string, { start, end }: Span): boolean {
  return (
    /\d[-./_:]?$/.test(plain.slice(Math.max(0, start - 2), start)) ||
    /^[-./_:]?\d/.test(plain.slice(end))
  )
}

function runFrom(plain: string, tokens: readonly NumberToken[]): Run {
  return {
    tokens,
    digits: tokens.map(({ digits }) => digits).join(''),
    gaps: tokens.slice(1).map((_, i) => gapBefore(plain, tokens, i + 1)),
    start: tokens[0]?.start ?? 0,
    end: tokens.at(-1)?.end ?? 0,
  }
}

/** Signs and spaces, or a spoken sign; not "og" and not "kl.". */
function isGap(gap: string): boolean {
  return /^[\s\-./\\_~*|,:;()+'"]{0,5}$/.test(gap) || SPOKEN_SIGN.test(gap)
}

/** "streg", "dash": what people say for the sign in the middle. */
export const SPOKEN_SIGN =
  /^[\s,]*(?:binde|tanke|skrå)?(?:streg|dash|hyphen|minus|slash|punktum|dot|mellemrum|space)[\s,]*$/
