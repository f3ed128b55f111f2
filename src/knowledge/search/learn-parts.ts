import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { type Calibration, fitCalibration } from './calibration.ts'
import type { Corpus } from './corpus.ts'
import { type LinearWeights, trainLinear } from './linear-classifier.ts'
import { createGatherParts, type PartSample } from './part-evidence.ts'
import { seededRandom } from './random.ts'
import type { Vectors } from './vectors.ts'

/** Which part of an article is asked for: learnt across all topics, since "hvad koster det" is the same everywhere. */
export type LearntParts = {
  names: readonly string[]
  weights: LinearWeights
  calibration: Calibration
}

export function learnParts(kb: KnowledgeBase, corpus: Corpus, vectors: Vectors): LearntParts {
  const samples = partSamples(kb, corpus)
  const names = [...new Set(samples.map(({ part }) => part))].sort()
  const train = (some: readonly PartSample[]) =>
    trainLinear({
      vectors: some.map(({ text }) => vectors.of(text)),
      targets: some.map(({ part }) => [names.indexOf(part)]),
      classes: names.length,
      terms: vectors.size,
      random: seededRandom(2),
    })
  const evidence: number[][] = []
  const isRight: boolean[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = samples.filter((_, i) => i % FOLDS !== fold)
    const gather = createGatherParts(kb, corpus, vectors, rest, { names, weights: train(rest) })
    for (const { text, articleId, part } of samples.filter((_, i) => i % FOLDS === fold)) {
      for (const candidate of gather(text, articleId)) {
        evidence.push(candidate.evidence)
        isRight.push(candidate.part === part)
      }
    }
  }
  return { names, weights: train(samples), calibration: fitCalibration(evidence, isRight) }
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

const FOLDS = 4
