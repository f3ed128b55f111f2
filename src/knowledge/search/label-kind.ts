import { NO_ARTICLE, OUT_OF_SCOPE } from './samples.ts'

/** Labels of a kind are weighed alike. */
export type LabelKind = 'topic' | 'crisis' | 'guard' | 'talk' | 'outside'
export const labelKinds: readonly LabelKind[] = ['topic', 'crisis', 'guard', 'talk', 'outside']

export function kindOf(label: string, articles: { has(id: string): boolean }): LabelKind {
  if (articles.has(label)) return 'topic'
  if (label.startsWith('crisis-')) return 'crisis'
  if (label === 'human' || label === 'own-case' || label === 'decision') return 'guard'
  if (label === NO_ARTICLE || label === OUT_OF_SCOPE || label === 'unsafe') return 'outside'
  return 'talk'
}
