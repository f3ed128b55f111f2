import { NO_ARTICLE, OUT_OF_SCOPE } from './samples.ts'

/** Labels of a kind are weighed alike. A `detail` says more closely what its family is. */
export type LabelKind = 'topic' | 'crisis' | 'guard' | 'talk' | 'outside' | 'detail'
export const labelKinds: readonly LabelKind[] = [
  'topic',
  'crisis',
  'guard',
  'talk',
  'outside',
  'detail',
]

export function kindOf(label: string, articles: { has(id: string): boolean }): LabelKind {
  if (articles.has(label)) return 'topic'
  if (familyOf(label) !== label) return 'detail'
  if (label === 'crisis') return 'crisis'
  if (label === 'human' || label === 'own-case' || label === 'decision') return 'guard'
  if (label === NO_ARTICLE || label === OUT_OF_SCOPE || label === 'unsafe') return 'outside'
  return 'talk'
}

/**
 * That somebody is in danger is easier to tell than what kind of danger it is: such labels have a family, which is
 * learnt as a label of its own (`crisis-violence` is `crisis`, `small-talk.thanks` is `small-talk`).
 */
export function familyOf(label: string): string {
  return /^(crisis|small-talk|stop)[-.]/.exec(label)?.[1] ?? label
}
