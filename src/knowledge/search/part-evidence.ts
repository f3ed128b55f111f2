import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { createBm25 } from './bm25.ts'
import type { Corpus } from './corpus.ts'
import { createExplain } from './explained.ts'
import { type LinearWeights, scoreLinear } from './linear-classifier.ts'
import { createNearest } from './nearest.ts'
import type { Vectors } from './vectors.ts'

export type PartSample = { text: string; articleId: string; part: string }
export type PartEvidence = { part: string; evidence: number[] }
export type GatherParts = (text: string, articleId: string) => PartEvidence[]

/** What speaks for each part of an article: its name's margin, its own examples, its own text. */
export function createGatherParts(
  kb: Pick<KnowledgeBase, 'articles'>,
  { documents, toTerms }: Corpus,
  vectors: Vectors,
  samples: readonly PartSample[],
  { names, weights }: { names: readonly string[]; weights: LinearWeights },
): GatherParts {
  const keys = [...kb.articles].flatMap(([id, { da }]) =>
    da.parts.map(({ name }) => partKey(id, name)),
  )
  const keyIndex = new Map(keys.map((key, i) => [key, i]))
  const indexOf = (articleId: string, part: string) => keyIndex.get(partKey(articleId, part)) ?? 0
  const nearest = createNearest(
    samples.map(({ text }) => vectors.of(text)),
    samples.map(({ articleId, part }) => indexOf(articleId, part)),
    keys.length,
    vectors.size,
  )
  const search = createBm25(documents.map(({ text }) => toTerms(text).words))
  const classIndex = new Map(names.map((name, i) => [name, i]))
  const explain = createExplain(
    [...samples, ...documents].map(({ text, articleId, part }) => ({
      terms: toTerms(text),
      label: indexOf(articleId, part),
    })),
    keys.length,
  )
  return (text, articleId) => {
    const terms = toTerms(text)
    const vector = vectors.of(text)
    const margins = scoreLinear(weights, vector)
    const similarities = nearest(vector)
    const explained = explain(terms)
    const coverages = new Float32Array(keys.length)
    for (const [i, score] of search(terms.words).entries()) {
      const at = indexOf(documents[i]?.articleId ?? '', documents[i]?.part ?? '')
      coverages[at] = Math.max(coverages[at] ?? 0, score)
    }
    const parts = kb.articles.get(articleId)?.da.parts ?? []
    const rows = parts.map(({ name }) => [
      margins[classIndex.get(name) ?? -1] ?? -1,
      margins[classIndex.get(partKey(articleId, name)) ?? -1] ?? -1,
      similarities[indexOf(articleId, name)] ?? 0,
      coverages[indexOf(articleId, name)] ?? 0,
      explained[indexOf(articleId, name)] ?? 0,
    ])
    return parts.map(({ name }, i) => ({
      part: name,
      evidence: [...ahead(rows, i), name === 'main' ? 1 : 0],
    }))
  }
}

export function partKey(articleId: string, part: string): string {
  return `${articleId}#${part}`
}

/** Each number, and how far it is ahead of the best other part. */
function ahead(rows: readonly (readonly number[])[], own: number): number[] {
  return (rows[own] ?? []).flatMap((value, k) => {
    const others = rows.filter((_, i) => i !== own).map((row) => row[k] ?? 0)
    return [value, value - Math.max(-1, ...others)]
  })
}
