import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { type Calibrations, confidence } from './calibration.ts'
import type { Corpus } from './corpus.ts'
import { type Evidence, eachLabel, familyNumbers } from './evidence.ts'
import { kindOf, type LabelKind } from './label-kind.ts'

/** Confidence is how often such evidence was right on phrasings that were held back, 0 to 1. */
export type Reading = {
  confidenceIn(label: string): number
  /** Best first. */
  ranked: readonly Ranked[]
  topics: readonly Ranked[]
}
export type Ranked = { label: string; kind: LabelKind; confidence: number }

/** Turns what speaks for each label into how sure to be of it. */
export function createWeigh(
  { articles }: Pick<KnowledgeBase, 'articles'>,
  { labels }: Pick<Corpus, 'labels'>,
  calibrations: Calibrations,
): (evidence: Evidence) => Reading {
  const kinds = labels.map((label) => kindOf(label, articles))
  const families = familyNumbers(labels)
  return (evidence) => {
    const ranked: Ranked[] = []
    eachLabel(evidence, families, (i, numbers) => {
      const kind = kinds[i] as LabelKind
      ranked.push({
        label: labels[i] as string,
        kind,
        confidence: confidence(calibrations[kind], numbers),
      })
    })
    ranked.sort((a, b) => b.confidence - a.confidence)
    return {
      ranked,
      topics: ranked.filter(({ kind }) => kind === 'topic'),
      confidenceIn: (label) => ranked.find((one) => one.label === label)?.confidence ?? 0,
    }
  }
}
