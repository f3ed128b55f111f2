import type { Corpus } from './corpus.ts'
import type { LabelTraining } from './label-training.ts'
import type { Vectors } from './vectors.ts'

export type PartSample = { text: string; articleId: string; part: string }

/**
 * Two kinds of classes side by side: the part's name, which is the same in every topic, and the part of this very
 * article (`storskrald#limit`), which knows the article's own words.
 */
export function partTraining(
  samples: readonly PartSample[],
  { documents }: Corpus,
  vectors: Vectors,
): LabelTraining & { names: readonly string[] } {
  const told = documents.flatMap(({ text, articleId, part }) =>
    text.split(/\n+/).map((line) => ({ text: line, articleId, part })),
  )
  const all = [...samples, ...told]
  const classesOf = ({ articleId, part }: PartSample) => [part, partKey(articleId, part)]
  const names = [...new Set(all.flatMap(classesOf))].sort()
  const indexOf = new Map(names.map((name, i) => [name, i]))
  return {
    names,
    vectors: all.map(({ text }) => vectors.of(text)),
    targets: all.map((sample) => classesOf(sample).map((name) => indexOf.get(name) ?? 0)),
    classes: names.length,
    terms: vectors.size,
  }
}

export function partKey(articleId: string, part: string): string {
  return `${articleId}#${part}`
}
