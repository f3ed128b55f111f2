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
  const articleOf = Int32Array.from(documents, ({ articleId }) => indexOf(articleId))
  const headOf = Int32Array.from(labels, (label, i) => labelIndex.get(familyOf(label)) ?? i)
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
    raise(coverages, articleOf, searchArticles(terms.words))
    const similarities = nearest(vector)
    const explained = explain(terms)
    raise(similarities, headOf, similarities)
    raise(explained, headOf, explained)
    return {
      margins: weights ? scoreLinear(weights, vector) : new Float32Array(labels.length),
      likelihoods: scoreLinear(bayes, vector),
      similarities,
      coverages,
      explained,
    }
  }
}

/** Lifts what each value belongs to up to it. */
function raise(best: Float32Array, belongsTo: Int32Array, values: Float32Array): void {
  for (let i = 0; i < values.length; i++) {
    const at = belongsTo[i] as number
    if ((values[i] as number) > (best[at] as number)) best[at] = values[i] as number
  }
}

/** The evidence for each label as numbers: each kind, and how far it is ahead of the best rival. */
export function evidenceOfAll(evidence: Evidence, families: readonly string[]): number[][] {
  const { margins, likelihoods, similarities, coverages, explained } = evidence
  const kinds = [margins, likelihoods, similarities, coverages, explained]
  const rows: number[][] = families.map(() => [])
  for (const values of kinds) {
    const { first, second } = leaders(values, families)
    for (const [label, row] of rows.entries()) {
      const own = values[label] ?? 0
      // Labels of one family are no rivals.
      const rival = families[label] === families[first] ? second : first
      row.push(own, own - (values[rival] ?? Number.NEGATIVE_INFINITY))
    }
  }
  return rows
}

/** The best label, and the best of another family; -1 where there is none. */
function leaders(values: Float32Array, families: readonly string[]) {
  let first = -1
  let second = -1
  for (let i = 0; i < values.length; i++)
    if (first < 0 || (values[i] as number) > (values[first] as number)) first = i
  for (let i = 0; i < values.length; i++) {
    if (families[i] === families[first]) continue
    if (second < 0 || (values[i] as number) > (values[second] as number)) second = i
  }
  return { first, second }
}
