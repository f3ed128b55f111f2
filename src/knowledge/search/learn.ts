import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { type Calibration, confidence, fitCalibration } from './calibration.ts'
import { buildCorpus, type Corpus } from './corpus.ts'
import { createGather, evidenceFor } from './evidence.ts'
import { familyOf, kindOf, type LabelKind, labelKinds } from './label-kind.ts'
import { type LearntParts, learnParts } from './learn-parts.ts'
import { type LinearWeights, trainLinear } from './linear-classifier.ts'
import { makeNoisy } from './noise.ts'
import { cheapestThreshold, prices } from './prices.ts'
import { seededRandom } from './random.ts'
import type { Sample } from './samples.ts'
import { fitVocabulary, type Vocabulary } from './vectorizer.ts'
import { createVectors, type Vectors } from './vectors.ts'

/** What was learnt from a knowledge base: plain data, kept in a file under the version that it was learnt from. */
export type Learnt = {
  kbVersion: string
  vocabulary: Vocabulary
  labels: readonly string[]
  weights: LinearWeights
  calibrations: Readonly<Record<LabelKind, Calibration>>
  /** From which confidence on a guard holds, by its label. */
  thresholds: Readonly<Record<string, number>>
  parts: LearntParts
}

export function learn(kb: KnowledgeBase): Learnt {
  const corpus = buildCorpus(kb)
  const vocabulary = vocabularyOf(corpus)
  const vectors = createVectors(corpus, vocabulary, true)
  return {
    kbVersion: kb.version,
    vocabulary,
    labels: corpus.labels,
    weights: trainOn(corpus, corpus.samples, vectors, NOISY_COPIES),
    ...calibrate(kb, corpus, vectors),
    parts: learnParts(kb, corpus, vectors),
  }
}

export function vocabularyOf({ samples, documents, toTerms }: Corpus): Vocabulary {
  return fitVocabulary([...samples, ...documents].map(({ text }) => toTerms(text)))
}

/** Trains on samples, noisy copies of them, and what the articles themselves say. */
export function trainOn(
  { labels, documents }: Corpus,
  samples: readonly Sample[],
  vectors: Vectors,
  copies: number,
): LinearWeights {
  const random = seededRandom(1)
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const noisy = samples.flatMap(({ text, label }) =>
    Array.from({ length: copies }, () => ({ text: makeNoisy(text, random), label })),
  )
  const told = documents.flatMap(({ text, articleId }) =>
    text.split(/\n+/).map((line) => ({ text: line, label: articleId })),
  )
  const all = [...samples, ...noisy, ...told]
  const indexOf = (label: string) => labelIndex.get(label) ?? 0
  return trainLinear({
    vectors: all.map(({ text }) => vectors.of(text)),
    targets: all.map(({ label }) => [...new Set([indexOf(label), indexOf(familyOf(label))])]),
    classes: labels.length,
    terms: vectors.size,
    random,
  })
}

/**
 * Finds out on phrasings that were held back how often evidence is right. Each fold is read by a model that has
 * not seen it, so confidence means the same for words that nobody has thought of.
 */
function calibrate(
  kb: KnowledgeBase,
  corpus: Corpus,
  vectors: Vectors,
): Pick<Learnt, 'calibrations' | 'thresholds'> {
  const { labels } = corpus
  const kinds = labels.map((label) => kindOf(label, kb.articles))
  const families = labels.map(familyOf)
  const rows: Row[] = []
  for (const { held, gather } of heldOut(corpus, vectors)) {
    for (const { text, label: own } of held) {
      const gathered = gather(text)
      for (const [i, label] of labels.entries()) {
        const isRight = label === own || label === familyOf(own)
        const evidence = evidenceFor(gathered, i, families)
        // Far away labels are never in doubt, and would only take time.
        if ((evidence[0] ?? 0) < FAR && !isRight) continue
        rows.push({ label, kind: kinds[i] ?? 'talk', evidence, isRight })
      }
    }
  }
  const calibrations = Object.fromEntries(
    labelKinds.map((kind) => [kind, fit(rows.filter((row) => row.kind === kind))]),
  ) as Learnt['calibrations']
  const thresholds = Object.entries(prices).map(([label, price]) => {
    const held = rows
      .filter((row) => row.label === label)
      .map(({ kind, evidence, isRight }) => ({
        confidence: confidence(calibrations[kind], evidence),
        isRight,
      }))
    return [label, cheapestThreshold(held, price, corpus.samples.length)]
  })
  return { calibrations, thresholds: Object.fromEntries(thresholds) }
}

type Row = { label: string; kind: LabelKind; evidence: number[]; isRight: boolean }

function fit(rows: readonly Row[]): Calibration {
  return fitCalibration(
    rows.map(({ evidence }) => evidence),
    rows.map(({ isRight }) => isRight),
  )
}

/** Each fold of the samples with a way to gather evidence that was made from the other folds. */
export function* heldOut(corpus: Corpus, vectors: Vectors, copies = 0, folds = FOLDS) {
  for (let fold = 0; fold < folds; fold++) {
    const held = corpus.samples.filter((_, i) => i % folds === fold)
    const rest = corpus.samples.filter((_, i) => i % folds !== fold)
    const weights = trainOn(corpus, rest, vectors, copies)
    yield { held, rest, gather: createGather(corpus, rest, vectors, weights) }
  }
}

const NOISY_COPIES = 1
const FOLDS = 4
const FAR = -1.2
