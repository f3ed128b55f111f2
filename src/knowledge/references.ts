/** `{{fact:topic.name}}` or `{{slot}}` in a text. */
export type Reference = { kind: 'fact' | 'slot'; name: string }

export function referencesIn(text: string): readonly Reference[] {
  return [...text.matchAll(REFERENCE)].map(([, fact, name = '']) => ({
    kind: fact === undefined ? 'slot' : 'fact',
    name,
  }))
}

/** `after` is what stands behind a reference, up to the end of the text. */
export function replaceReferences(
  text: string,
  by: (reference: Reference, after: string) => string,
): string {
  return text.replace(REFERENCE, (whole, fact: string | undefined, name: string, at: number) =>
    by({ kind: fact === undefined ? 'slot' : 'fact', name }, text.slice(at + whole.length)),
  )
}

const REFERENCE = /\{\{(fact:)?([a-z0-9.-]+)\}\}/g
