import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { type Calibration, fitCalibration } from './calibration.ts'
import type { Corpus } from './corpus.ts'
import { trainLinear } from './linear-classifier.ts'
import { type PackedWeights, packWeights } from './packed-weights.ts'
import { createGatherParts, type PartEvidence, type PartSample, partKey } from './part-evidence.ts'
import { seededRandom } from './random.ts'
import type { Vectors } from './vectors.ts'

/** Which part of an article is asked for: learnt across all topics, since "hvad koster det" is the same everywhere. */
export type LearntParts = {
  /** Of the classes: names of parts, and parts of articles. */
  names: readonly string[]
  weights: PackedWeights
  calibration: Calibration
}

export function learnParts(kb: KnowledgeBase, corpus: Corpus, vectors: Vectors): LearntParts {
  const samples = partSamples(kb, corpus)
  const held = [...heldOutParts(kb, corpus, vectors)].flatMap(({ part, candidates }) =>
    candidates.map((candidate) => ({ ...candidate, isRight: candidate.part === part })),
  )
  const calibration = fitCalibration(
    held.map(({ evidence }) => evidence),
    held.map(({ isRight }) => isRight),
  )
  const { names, weights } = trainParts(samples, corpus, vectors)
  return { names, weights: packWeights(weights), calibration }
}

/** Each example with the evidence of a model that has not seen it. */
export function* heldOutParts(
  kb: KnowledgeBase,
  corpus: Corpus,
  vectors: Vectors,
): Generator<PartSample & { candidates: readonly PartEvidence[] }> {
  const samples = partSamples(kb, corpus)
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = samples.filter((_, i) => i % FOLDS !== fold)
    const trained = trainParts(rest, corpus, vectors)
    const gather = createGatherParts(kb, corpus, vectors, rest, trained)
    for (const sample of samples.filter((_, i) => i % FOLDS === fold)) {
      yield { ...sample, candidates: gather(sample.text, sample.articleId) }
    }
  }
}

/**
 * Two kinds of classes side by side: the part's name, which is the same in every topic, and the part of this very
 * article (`storskrald#limit`), which knows the article's own words.
 */
function trainParts(samples: readonly PartSample[], { documents }: Corpus, vectors: Vectors) {
  const told = documents.flatMap(({ text, articleId, part }) =>
    text.split(/\n+/).map((line) => ({ text: line, articleId, part })),
  )
  const all = [...samples, ...told]
  const classesOf = ({ articleId, part }: PartSample) => [part, partKey(articleId, part)]
  const names = [...new Set(all.flatMap(classesOf))].sort()
  const indexOf = new Map(names.map((name, i) => [name, i]))
  const weights = trainLinear({
    vectors: all.map(({ text }) => vectors.of(text)),
    targets: all.map((sample) => classesOf(sample).map((name) => indexOf.get(name) ?? 0)),
    classes: names.length,
    terms: vectors.size,
    random: seededRandom(2),
    rounds: 3,
  })
  return { names, weights }
}

/** The examples of the topics, and the questions that the parts themselves say they answer. */
export function partSamples(kb: KnowledgeBase, { samples }: Corpus): PartSample[] {
  const asked = [...kb.articles].flatMap(([articleId, article]) =>
    (['da', 'en'] as const).flatMap((language) =>
      article[language].parts.map(({ name, asks }) => ({ text: asks, articleId, part: name })),
    ),
  )
  const examples = samples.filter(
    ({ label, part, origin }) =>
      origin !== 'decoy' && kb.articles.get(label)?.da.parts.some(({ name }) => name === part),
  )
  return [...asked, ...examples.map(({ text, label, part }) => ({ text, articleId: label, part }))]
}

const FOLDS = 3
