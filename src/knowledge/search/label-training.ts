import type { Corpus } from './corpus.ts'
import { familyOf } from './label-kind.ts'
import type { SparseVector } from './vectorizer.ts'
import type { Vectors } from './vectors.ts'

/** What a classifier of labels is trained on: each text with its label and its family, and what the articles say. */
export type LabelTraining = {
  vectors: readonly SparseVector[]
  targets: readonly (readonly number[])[]
  classes: number
  terms: number
}

export function labelTraining(
  { labels, documents }: Corpus,
  texts: readonly { text: string; label: string }[],
  vectors: Vectors,
): LabelTraining {
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const indexOf = (label: string) => labelIndex.get(label) ?? 0
  const told = documents.flatMap(({ text, articleId }) =>
    text.split(/\n+/).map((line) => ({ text: line, label: articleId })),
  )
  const all = [...texts, ...told]
  return {
    vectors: all.map(({ text }) => vectors.of(text)),
    targets: all.map(({ label }) => [...new Set([indexOf(label), indexOf(familyOf(label))])]),
    classes: labels.length,
    terms: vectors.size,
  }
}
