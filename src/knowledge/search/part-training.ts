import type { ArticleDocument, Corpus } from './corpus.ts'
import type { LabelTraining } from './label-training.ts'
import type { Vectors } from './vectors.ts'

export type PartSample = { text: string; articleId: string; part: string }

/** Names of parts that many topics share, so that "hvad koster det" is learnt from all of them. */
export function sharedPartNames(samples: readonly PartSample[]): readonly string[] {
  const articlesOf = new Map<string, Set<string>>()
  for (const { part, articleId } of samples)
    articlesOf.set(part, (articlesOf.get(part) ?? new Set()).add(articleId))
  return [...articlesOf]
    .filter(([, articles]) => articles.size >= SHARED_BY)
    .map(([name]) => name)
    .sort()
}

/** The classes are the shared names; a text of any other part speaks against all of them. */
export function partTraining(
  samples: readonly PartSample[],
  { documents }: Pick<Corpus, 'documents'>,
  vectors: Vectors,
): LabelTraining & { names: readonly string[] } {
  const all = [...samples, ...linesOf(documents)]
  const names = sharedPartNames(samples)
  const indexOf = new Map(names.map((name, i) => [name, i]))
  return {
    names,
    vectors: all.map(({ text }) => vectors.of(text)),
    targets: all.map(({ part }) => [indexOf.get(part) ?? []].flat()),
    classes: names.length,
    terms: vectors.size,
  }
}

/** What the parts of articles say, line by line. */
export function linesOf(documents: readonly ArticleDocument[]): PartSample[] {
  return documents.flatMap(({ text, articleId, part }) =>
    text.split(/\n+/).map((line) => ({ text: line, articleId, part })),
  )
}

const SHARED_BY = 2
