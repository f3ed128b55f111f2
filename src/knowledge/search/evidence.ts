import { type Bm25, createBm25 } from './bm25.ts'
import type { Corpus } from './corpus.ts'
import { createExplain } from './explained.ts'
import { familyOf } from './label-kind.ts'
import { labelTraining } from './label-training.ts'
import { type LinearWeights, scoreLinear } from './linear-classifier.ts'
import { trainBayes } from './naive-bayes.ts'
import { createNearest } from './nearest.ts'
import type { Sample } from './samples.ts'
import type { Vectors } from './vectors.ts'

/** What speaks for each label, in the order of the corpus' labels. */
export type Evidence = {
  margins: Float32Array
  likelihoods: Float32Array
  similarities: Float32Array
  coverages: Float32Array
  explained: Float32Array
}
export type Gather = (text: string) => Evidence

/** Gathers what two classifiers say, the nearest example and how much of the question an article's texts cover. */
export function createGather(
  corpus: Corpus,
  samples: readonly Sample[],
  vectors: Vectors,
  weights: LinearWeights | null,
): Gather {
  const { labels, documents, toTerms } = corpus
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const indexOf = (label: string) => labelIndex.get(label) ?? 0
  const groups = Int32Array.from(samples, ({ label }) => indexOf(label))
  const bayes = trainBayes(labelTraining(corpus, samples, vectors))
  const nearest = createNearest(
    samples.map(({ text }) => vectors.of(text)),
    groups,
    labels.length,
    vectors.size,
  )
  const searchArticles: Bm25 = createBm25(documents.map(({ text }) => toTerms(text).words))
  const explain = createExplain(
    [
      ...samples.map(({ text, label }) => ({ terms: toTerms(text), label: indexOf(label) })),
      ...documents.map(({ text, articleId }) => ({
        terms: toTerms(text),
        label: indexOf(articleId),
      })),
    ],
    labels.length,
  )
  return (text) => {
    const terms = toTerms(text)
    const vector = vectors.of(text)
    const coverages = new Float32Array(labels.length)
    for (const [i, score] of searchArticles(terms.words).entries()) {
      const at = labelIndex.get(documents[i]?.articleId ?? '') ?? 0
      coverages[at] = Math.max(coverages[at] ?? 0, score)
    }
    const similarities = nearest(vector)
    const explained = explain(terms)
    for (const [i, label] of labels.entries()) {
      const head = labelIndex.get(familyOf(label)) ?? i
      similarities[head] = Math.max(similarities[head] ?? 0, similarities[i] ?? 0)
      explained[head] = Math.max(explained[head] ?? 0, explained[i] ?? 0)
    }
    return {
      margins: weights ? scoreLinear(weights, vector) : new Float32Array(labels.length),
      likelihoods: scoreLinear(bayes, vector),
      similarities,
      coverages,
      explained,
    }
  }
}

/** The evidence for one label as numbers: each kind, and how far it is ahead of the best rival. */
export function evidenceFor(
  evidence: Evidence,
  label: number,
  families: readonly string[],
): number[] {
  const { margins, likelihoods, similarities, coverages, explained } = evidence
  return [margins, likelihoods, similarities, coverages, explained].flatMap((values) => {
    const own = values[label] ?? 0
    return [own, own - bestRival(values, label, families)]
  })
}

/** Labels of one family are no rivals. */
function bestRival(values: Float32Array, label: number, families: readonly string[]): number {
  let best = Number.NEGATIVE_INFINITY
  const family = families[label]
  for (let i = 0; i < values.length; i++) {
    if (families[i] !== family && (values[i] as number) > best) best = values[i] as number
  }
  return best
}
