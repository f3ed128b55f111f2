import type { Evidence } from '#knowledge/search/evidence.ts'
import { heldOut } from '#knowledge/search/held-out.ts'
import { createWeigh, type Reading } from '#knowledge/search/reading.ts'
import type { Sample } from '#knowledge/search/samples.ts'
import { untrained, untrainedThresholds } from '#knowledge/search/untrained.ts'
import type { Material } from './stage.ts'

/** A phrasing as it is read by who knows only the phrasings of other authors. */
export type Read = Sample & { reading: Reading }
/** How one mode of reading did, and from where on it is sure of a guard or an answer. */
export type Mode = { read: readonly Read[]; thresholdOf(what: string): number }

/** With what was learnt, and by retrieval alone, as it reads until learning is done. */
export function readByOthers(material: Material): { learnt: Mode; retrieval: Mode } {
  const { kb, corpus, vectors, learnt } = material
  const weigh = createWeigh(kb, corpus, learnt.calibrations)
  const weighUntrained = createWeigh(kb, corpus, untrained)
  const withLearnt: Read[] = []
  const byRetrieval: Read[] = []
  for (const { held, gather } of heldOut(corpus, vectors, true, foldsByOrigin(corpus.samples))) {
    for (const sample of held) {
      const evidence = gather(sample.text)
      withLearnt.push({ ...sample, reading: weigh(evidence) })
      byRetrieval.push({ ...sample, reading: weighUntrained(withoutMargins(evidence)) })
    }
  }
  return {
    learnt: { read: withLearnt, thresholdOf: (what) => learnt.thresholds[what] ?? 1 },
    retrieval: { read: byRetrieval, thresholdOf: (what) => untrainedThresholds[what] ?? 1 },
  }
}

/** Decoys have no author; they are held out in thirds. */
function foldsByOrigin(samples: readonly Sample[]): (sample: Sample, index: number) => number {
  const origins = [...new Set(samples.map(({ origin }) => origin))]
  return ({ origin }, index) =>
    origin === 'decoy' ? origins.length + (index % 3) : origins.indexOf(origin)
}

function withoutMargins(evidence: Evidence): Evidence {
  return { ...evidence, margins: new Float32Array(evidence.margins.length) }
}
