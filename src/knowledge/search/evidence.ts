import { type Bm25, createBm25 } from './bm25.ts'
import type { Corpus } from './corpus.ts'
import { type LinearWeights, scoreLinear } from './linear-classifier.ts'
import { createNearest } from './nearest.ts'
import type { Sample } from './samples.ts'
import type { Terms } from './terms.ts'
import type { SparseVector, Vectorizer } from './vectorizer.ts'

/** What speaks for each label, in the order of the corpus' labels. */
export type Evidence = {
  margins: Float32Array
  similarities: Float32Array
  coverages: Float32Array
}
export type Gather = (terms: Terms, vector: SparseVector) => Evidence

/** Gathers the classifier's margin, the nearest example and how much of the question an article's texts cover. */
export function createGather(
  { labels, documents, toTerms }: Corpus,
  samples: readonly Sample[],
  vectorizer: Vectorizer,
  weights: LinearWeights | null,
): Gather {
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const groups = Int32Array.from(samples, ({ label }) => labelIndex.get(label) ?? 0)
  const vectors = samples.map(({ text }) => vectorizer.toVector(toTerms(text)))
  const nearest = createNearest(vectors, groups, labels.length, vectorizer.size)
  const searchArticles: Bm25 = createBm25(documents.map(({ text }) => toTerms(text).words))
  return (terms, vector) => {
    const coverages = new Float32Array(labels.length)
    for (const [i, score] of searchArticles(terms.words).entries()) {
      const at = labelIndex.get(documents[i]?.articleId ?? '') ?? 0
      coverages[at] = Math.max(coverages[at] ?? 0, score)
    }
    return {
      margins: weights ? scoreLinear(weights, vector) : new Float32Array(labels.length),
      similarities: nearest(vector),
      coverages,
    }
  }
}

/** The evidence for one label as numbers: each kind, and how far it is ahead of the best other label. */
export function evidenceFor(evidence: Evidence, label: number): number[] {
  return [evidence.margins, evidence.similarities, evidence.coverages].flatMap((values) => {
    const own = values[label] ?? 0
    return [own, own - bestOther(values, label)]
  })
}

function bestOther(values: Float32Array, label: number): number {
  let best = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++)
    if (i !== label) best = Math.max(best, values[i] as number)
  return best
}
