import type { Corpus } from './corpus.ts'
import { createExplain, type ExplainIndex, indexExplained } from './explained.ts'
import { familyOf } from './label-kind.ts'
import { labelTraining } from './label-training.ts'
import { trainBayes } from './naive-bayes.ts'
import { createNearest, indexNearest, type NearestIndex } from './nearest.ts'
import { type PackedWeights, packWeights, scorePacked } from './packed-weights.ts'
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

/** Plain data: all that evidence rests on besides what the vector machine has learnt. */
export type EvidenceIndex = {
  bayes: PackedWeights
  nearest: NearestIndex
  explained: ExplainIndex
  /** The label that each document tells of. */
  articleOf: Int32Array
  /** The label of each label's family. */
  headOf: Int32Array
}

export function indexEvidence(
  corpus: Corpus,
  samples: readonly Sample[],
  vectors: Vectors,
): EvidenceIndex {
  const { labels, documents, tables, toTerms } = corpus
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const indexOf = (label: string) => labelIndex.get(label) ?? 0
  const groups = Int32Array.from(samples, ({ label }) => indexOf(label))
  const bayes = packWeights(trainBayes(labelTraining(corpus, samples, vectors)))
  const nearest = indexNearest(
    samples.map(({ text }) => vectors.of(text)),
    groups,
    labels.length,
    vectors.size,
  )
  const articleOf = Int32Array.from(documents, ({ articleId }) => indexOf(articleId))
  const headOf = Int32Array.from(labels, (label, i) => labelIndex.get(familyOf(label)) ?? i)
  const explained = indexExplained(
    [
      ...samples.map(({ text, label }) => ({
        letters: toTerms(text).letters,
        label: indexOf(label),
      })),
      ...documents.map(({ text, articleId }) => ({
        letters: toTerms(text).letters,
        label: indexOf(articleId),
      })),
    ],
    labels.length,
    tables.letters,
  )
  return { bayes, nearest, explained, articleOf, headOf }
}

/** Gathers what two classifiers say, the nearest example and how much of the question an article's texts cover. */
export function createGather(
  { toTerms, coveredBy }: Pick<Corpus, 'toTerms' | 'coveredBy'>,
  vectors: Vectors,
  index: EvidenceIndex,
  weights: PackedWeights | null,
): Gather {
  const { bayes, articleOf, headOf } = index
  const nearest = createNearest(index.nearest)
  const explain = createExplain(index.explained)
  return (text) => {
    const vector = vectors.of(text)
    const coverages = new Float32Array(headOf.length)
    raise(coverages, articleOf, coveredBy(text))
    const similarities = nearest(vector)
    const explained = explain(toTerms(text).letters)
    raise(similarities, headOf, similarities)
    raise(explained, headOf, explained)
    return {
      margins: weights ? scorePacked(weights, vector) : new Float32Array(headOf.length),
      likelihoods: scorePacked(bayes, vector),
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

/** How many numbers say what speaks for a label. */
export const EVIDENCE_NUMBERS = 10

/**
 * The evidence for one label after the other as numbers: each kind, and how far it is ahead of the best rival. The array
 * is the same each time; `familyOf[i]` is a number that labels of one family share, and those are no rivals.
 */
export function eachLabel(
  { margins, likelihoods, similarities, coverages, explained }: Evidence,
  familyOf: Int32Array,
  tell: (label: number, numbers: Float64Array) => void,
): void {
  const kinds = [margins, likelihoods, similarities, coverages, explained]
  const ahead = kinds.map((values) => leaders(values, familyOf))
  const numbers = new Float64Array(EVIDENCE_NUMBERS)
  for (let label = 0; label < familyOf.length; label++) {
    for (let k = 0; k < kinds.length; k++) {
      const values = kinds[k] as Float32Array
      const { first, second } = ahead[k] as Leaders
      const own = values[label] as number
      const rival = familyOf[label] === familyOf[first] ? second : first
      numbers[2 * k] = own
      numbers[2 * k + 1] = own - (values[rival] ?? Number.NEGATIVE_INFINITY)
    }
    tell(label, numbers)
  }
}

/** A number for each label that labels of one family share. */
export function familyNumbers(labels: readonly string[]): Int32Array {
  const families = [...new Set(labels.map(familyOf))]
  return Int32Array.from(labels, (label) => families.indexOf(familyOf(label)))
}

type Leaders = { first: number; second: number }

/** The best label, and the best of another family; -1 where there is none. */
function leaders(values: Float32Array, familyOf: Int32Array): Leaders {
  let first = -1
  let second = -1
  for (let i = 0; i < values.length; i++)
    if (first < 0 || (values[i] as number) > (values[first] as number)) first = i
  for (let i = 0; i < values.length; i++) {
    if (familyOf[i] === familyOf[first]) continue
    if (second < 0 || (values[i] as number) > (values[second] as number)) second = i
  }
  return { first, second }
}
