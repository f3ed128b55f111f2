import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { type Calibration, type Calibrations, confidence, fitCalibration } from './calibration.ts'
import type { Corpus } from './corpus.ts'
import { eachLabel, familyNumbers } from './evidence.ts'
import {
  lowestThreshold,
  mostAlarms,
  WRONG_ANSWER_COSTS,
  worthiestThreshold,
} from './held-back-thresholds.ts'
import { heldOut } from './held-out.ts'
import { familyOf, kindOf, type LabelKind, labelKinds } from './label-kind.ts'
import { NO_ARTICLE, OUT_OF_SCOPE } from './samples.ts'
import { untrained } from './untrained.ts'
import type { Vectors } from './vectors.ts'

export type Calibrated = {
  calibrations: Calibrations
  /** From which confidence on a guard holds, by its label, and a topic is answered (`answer`). */
  thresholds: Readonly<Record<string, number>>
}

/**
 * Finds out on phrasings that were held back how often evidence is right. Each fold is read by a model that has
 * not seen it, so confidence means the same for words that nobody has thought of.
 */
export function calibrate(
  kb: KnowledgeBase,
  corpus: Corpus,
  vectors: Vectors,
  isTrained = true,
): Calibrated {
  const rows = readHeldOut(kb, corpus, vectors, isTrained)
  const calibrations = Object.fromEntries(
    labelKinds.map((kind) => [
      kind,
      fit(
        rows.filter((row) => row.kind === kind),
        isTrained ? untrained[kind] : undefined,
      ),
    ]),
  ) as Calibrations
  const weighed = rows.map(({ evidence, ...row }) => ({
    ...row,
    confidence: confidence(calibrations[row.kind], evidence),
  }))
  const thresholds = Object.entries(mostAlarms).map(([label, most]) => {
    const held = weighed.filter((row) => row.label === label)
    return [label, lowestThreshold(held, most, corpus.samples.length)]
  })
  const answer = worthiestThreshold(bestTopics(weighed), WRONG_ANSWER_COSTS)
  return { calibrations, thresholds: { ...Object.fromEntries(thresholds), answer } }
}

/** One phrasing against one label. `own` is what it really is. */
type Row = {
  text: string
  own: string
  label: string
  kind: LabelKind
  evidence: number[]
  isRight: boolean
}

function readHeldOut(
  kb: KnowledgeBase,
  corpus: Corpus,
  vectors: Vectors,
  isTrained: boolean,
): Row[] {
  const kinds = corpus.labels.map((label) => kindOf(label, kb.articles))
  const families = familyNumbers(corpus.labels)
  const rows: Row[] = []
  for (const { held, gather } of heldOut(corpus, vectors, isTrained)) {
    for (const { text, label: own } of held) {
      const gathered = gather(text)
      eachLabel(gathered, families, (i, numbers) => {
        const label = corpus.labels[i] as string
        const isRight = label === own || label === familyOf(own)
        // Far away labels are never in doubt, and would only take time.
        if (isTrained && (gathered.margins[i] ?? 0) < FAR && !isRight) return
        const evidence = [...numbers]
        rows.push({ text, own, label, kind: kinds[i] ?? 'talk', evidence, isRight })
      })
    }
  }
  return rows
}

const FAR = -0.95

function fit(rows: readonly Row[], before: Calibration | undefined): Calibration {
  return fitCalibration(
    rows.map(({ evidence }) => evidence),
    rows.map(({ isRight }) => isRight),
    before,
  )
}

/** Of each phrasing that asks something, of us or not, the topic that it seems to be. */
function bestTopics<Weighed extends Omit<Row, 'evidence'> & { confidence: number }>(
  rows: readonly Weighed[],
): Weighed[] {
  const asks = new Set([NO_ARTICLE, OUT_OF_SCOPE])
  for (const { label, kind } of rows) if (kind === 'topic') asks.add(label)
  const best = new Map<string, Weighed>()
  for (const row of rows) {
    if (row.kind !== 'topic' || !asks.has(row.own)) continue
    if (row.confidence > (best.get(row.text)?.confidence ?? -1)) best.set(row.text, row)
  }
  return [...best.values()]
}
