import type { Span } from './plain-text.ts'
import type { NumberToken } from './read-numbers.ts'

/** Some neighbouring numbers of a text, read as one. */
export type Run = Span & { tokens: readonly NumberToken[]; digits: string; gaps: readonly string[] }

/**
 * Every series of neighbouring numbers, from each start the longest first, that dictates one of these lengths.
 * `canStart` spares work where most numbers cannot begin what is looked for.
 */
export function runsOf(
  plain: string,
  tokens: readonly NumberToken[],
  lengths: readonly number[],
  canStart: (token: NumberToken) => boolean = () => true,
): Run[] {
  const gaps = tokens.map((_, at) => gapBefore(plain, tokens, at))
  const joined = gaps.map(isGap)
  const longest = Math.max(...lengths)
  return tokens.flatMap((start, first) => {
    if (!canStart(start)) return []
    const runs: Run[] = []
    let digits = ''
    for (let last = first; last < tokens.length; last++) {
      const token = tokens[last]
      if (!token || token.kind === 'ordinal' || token.kind === 'month') break
      if (last > first && !joined[last]) break
      digits += token.digits
      if (digits.length > longest) break
      if (!lengths.includes(digits.length)) continue
      const between = gaps.slice(first + 1, last + 1)
      const parts = tokens.slice(first, last + 1)
      runs.push({ tokens: parts, digits, gaps: between, start: start.start, end: token.end })
    }
    return runs.reverse()
  })
}

/** Those of them that start with this number. */
export function runsAt(
  plain: string,
  tokens: readonly NumberToken[],
  first: number,
  lengths: readonly number[],
): Run[] {
  const near = tokens.slice(first, first + Math.max(...lengths) + 1)
  const [start] = near
  return runsOf(plain, near, lengths, (token) => token === start)
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

/** Signs and spaces of every kind, or a spoken sign; not "og" and not "kl.", and not the label that stands for a number. */
function isGap(gap: string): boolean {
  // The usual signs first: a text may have a thousand numbers.
  return (
    /^[\s\-./\\_~*|,:;()+'"]{0,5}$/.test(gap) ||
    /^[^\p{L}\p{N}\u25a1]{1,5}$/u.test(gap) ||
    SPOKEN_SIGN.test(gap)
  )
}

/** "streg", "dash": what people say for the sign in the middle. */
export const SPOKEN_SIGN =
  /^[\s,(]*(?:binde|tanke|skrå)?(?:streg|dash|hyphen|minus|slash|punktum|dot|mellemrum|space|strich|tiret)[\s,)]*$/
