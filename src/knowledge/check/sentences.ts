/** An address in a text: with its scheme, or bare as in an SMS. */
export const LINK =
  /https?:\/\/\S+|(?<![\p{L}\d@.-])[\w-]+(?:\.[\w-]+)*\.(?:dk|nu|com|eu)(?:\/[\w/?=&%-]*)?/gu

export function linksIn(text: string): readonly string[] {
  return text.match(LINK) ?? []
}

/** The sentences of a web text, its links as their words; a list item is one, and a colon ends one. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(LINK, ' ')
    .split('\n')
    .flatMap((line) =>
      line
        .replace(/^\s*(?:[-*]|\d+\.)\s+/, '')
        .replace(/\b(kr|kl|nr|No|vol)\.(?=\s+[\p{Ll}\d(])/gu, '$1')
        .replace(/\b(\d{1,2})\.(?=\s\p{Ll})/gu, '$1')
        .split(/(?<=[.!?:])\s+/),
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence))
}

export function countWords(text: string): number {
  return (text.match(/[\p{L}\d'’-]+/gu) ?? []).length
}
