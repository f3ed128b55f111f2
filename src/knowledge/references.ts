/** `{{fact:topic.name}}` or `{{slot}}` in a text. */
export type Reference = { kind: 'fact' | 'slot'; name: string }

export function referencesIn(text: string): readonly Reference[] {
  return [...text.matchAll(REFERENCE)].map(([, fact, name = '']) => ({
    kind: fact === undefined ? 'slot' : 'fact',
    name,
  }))
}

export function replaceReferences(text: string, by: (reference: Reference) => string): string {
  return text.replace(REFERENCE, (_, fact: string | undefined, name: string) =>
    by({ kind: fact === undefined ? 'slot' : 'fact', name }),
  )
}

const REFERENCE = /\{\{(fact:)?([a-z0-9.-]+)\}\}/g
