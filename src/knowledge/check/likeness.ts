/** The three-letter pieces of a phrasing, blind to case, signs and the spelling of æ, ø and å. */
export function trigrams(text: string): ReadonlySet<string> {
  const folded = ` ${fold(text)} `
  return new Set(Array.from({ length: folded.length - 2 }, (_, i) => folded.slice(i, i + 3)))
}

/** 0 for nothing in common, 1 for the same. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((gram) => b.has(gram)).length
  return both / (a.size + b.size - both)
}

export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'oe')
    .replace(/å/g, 'aa')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
