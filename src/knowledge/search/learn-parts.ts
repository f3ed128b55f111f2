import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { type Calibration, fitCalibration } from './calibration.ts'
import type { Corpus } from './corpus.ts'
import { trainLinear } from './linear-classifier.ts'
import { type PackedWeights, packWeights } from './packed-weights.ts'
import { createGatherParts, indexParts, type PartEvidence } from './part-evidence.ts'
import { type PartSample, partTraining } from './part-training.ts'
import { seededRandom } from './random.ts'
import { untrainedParts } from './untrained.ts'
import type { Vectors } from './vectors.ts'

/** Which part of an article is asked for: learnt across all topics, since "hvad koster det" is the same everywhere. */
export type LearntParts = {
  weights: PackedWeights
  calibration: Calibration
}

export function learnParts(kb: KnowledgeBase, corpus: Corpus, vectors: Vectors): LearntParts {
  const weights = trainParts(partSamples(kb, corpus), corpus, vectors)
  return { weights, calibration: calibrateParts(kb, corpus, vectors, true) }
}

export function calibrateParts(
  kb: KnowledgeBase,
  corpus: Corpus,
  vectors: Vectors,
  isTrained: boolean,
): Calibration {
  const held = [...heldOutParts(kb, corpus, vectors, isTrained)].flatMap(({ part, candidates }) =>
    candidates.map((candidate) => ({ ...candidate, isRight: candidate.part === part })),
  )
  return fitCalibration(
    held.map(({ evidence }) => evidence),
    held.map(({ isRight }) => isRight),
    isTrained ? untrainedParts : undefined,
  )
}

/** Each example with the evidence of a model that has not seen it. */
export function* heldOutParts(
  kb: KnowledgeBase,
  corpus: Corpus,
  vectors: Vectors,
  isTrained: boolean,
): Generator<PartSample & { candidates: readonly PartEvidence[] }> {
  const samples = partSamples(kb, corpus)
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = samples.filter((_, i) => i % FOLDS !== fold)
    const weights = isTrained ? trainParts(rest, corpus, vectors) : null
    const index = indexParts(corpus, vectors, rest)
    const gather = createGatherParts(kb, corpus, vectors, rest, index, weights)
    for (const sample of samples.filter((_, i) => i % FOLDS === fold)) {
      yield { ...sample, candidates: gather(sample.text, sample.articleId) }
    }
  }
}

function trainParts(
  samples: readonly PartSample[],
  corpus: Corpus,
  vectors: Vectors,
): PackedWeights {
  const training = partTraining(samples, corpus, vectors)
  return packWeights(trainLinear({ ...training, random: seededRandom(2), rounds: 3 }))
}

/** The examples of the topics, and the questions that the parts themselves say they answer. */
export function partSamples(
  kb: Pick<KnowledgeBase, 'articles'>,
  { samples }: Pick<Corpus, 'samples'>,
): PartSample[] {
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
