import { loadKnowledgeBase } from '#knowledge/load-knowledge-base.ts'
import { calibrate } from '#knowledge/search/calibrate.ts'
import { buildCorpus } from '#knowledge/search/corpus.ts'
import { calibrateParts } from '#knowledge/search/learn-parts.ts'
import { vocabularyOf } from '#knowledge/search/reading-index.ts'
import { createVectors } from '#knowledge/search/vectors.ts'

/** Prints the numbers of `src/knowledge/search/untrained.ts`, fitted on phrasings that were held back. */
const kb = await loadKnowledgeBase(new URL('..', import.meta.url).pathname)
const corpus = buildCorpus(kb)
const vectors = createVectors(corpus, vocabularyOf(corpus))
const { calibrations, thresholds } = calibrate(kb, corpus, vectors, false)
const round = (value: number) => Math.round(value * 100) / 100
for (const [kind, numbers] of Object.entries(calibrations)) {
  process.stdout.write(`  ${kind}: [${numbers.map(round).join(', ')}],\n`)
}
process.stdout.write(
  `parts: [${calibrateParts(kb, corpus, vectors, false).map(round).join(', ')}]\n`,
)
for (const [what, threshold] of Object.entries(thresholds)) {
  process.stdout.write(`  '${what}': ${round(threshold)},\n`)
}
