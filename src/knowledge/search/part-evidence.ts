import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { createBm25 } from './bm25.ts'
import type { Corpus } from './corpus.ts'
import { createExplain } from './explained.ts'
import { type LinearWeights, scoreLinear } from './linear-classifier.ts'
import { trainBayes } from './naive-bayes.ts'
import { createNearest } from './nearest.ts'
import { type PartSample, partKey, partTraining } from './part-training.ts'
import type { Vectors } from './vectors.ts'

export type PartEvidence = { part: string; evidence: number[] }
export type GatherParts = (text: string, articleId: string) => PartEvidence[]

/** What speaks for each part of an article: its name's margin, its own examples, its own text. */
export function createGatherParts(
  kb: Pick<KnowledgeBase, 'articles'>,
  corpus: Corpus,
  vectors: Vectors,
  samples: readonly PartSample[],
  weights: LinearWeights | null,
): GatherParts {
  const { documents, toTerms } = corpus
  const training = partTraining(samples, corpus, vectors)
  const bayes = trainBayes(training)
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
  const classIndex = new Map(training.names.map((name, i) => [name, i]))
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
    const margins = weights ? scoreLinear(weights, vector) : new Float32Array(training.classes)
    const likelihoods = scoreLinear(bayes, vector)
    const similarities = nearest(vector)
    const explained = explain(terms)
    const coverages = new Float32Array(keys.length)
    for (const [i, score] of search(terms.words).entries()) {
      const at = indexOf(documents[i]?.articleId ?? '', documents[i]?.part ?? '')
      coverages[at] = Math.max(coverages[at] ?? 0, score)
    }
    const parts = kb.articles.get(articleId)?.da.parts ?? []
    const rows = parts.map(({ name }) => {
      const at = indexOf(articleId, name)
      const anywhere = classIndex.get(name) ?? -1
      const here = classIndex.get(partKey(articleId, name)) ?? -1
      return [
        margins[anywhere] ?? -1,
        margins[here] ?? -1,
        likelihoods[anywhere] ?? 0,
        likelihoods[here] ?? 0,
        similarities[at] ?? 0,
        coverages[at] ?? 0,
        explained[at] ?? 0,
      ]
    })
    return parts.map(({ name }, i) => ({
      part: name,
      evidence: [...ahead(rows, i), name === 'main' ? 1 : 0],
    }))
  }
}

/** Each number, and how far it is ahead of the best other part. */
function ahead(rows: readonly (readonly number[])[], own: number): number[] {
  return (rows[own] ?? []).flatMap((value, k) => {
    const others = rows.filter((_, i) => i !== own).map((row) => row[k] ?? 0)
    return [value, value - Math.max(...others, LOWEST)]
  })
}

/** Where there is no other part. */
const LOWEST = -1
