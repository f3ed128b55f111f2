import { loadKnowledgeBase } from '#knowledge/load-knowledge-base.ts'
import { buildCorpus } from '#knowledge/search/corpus.ts'
import { learn } from '#knowledge/search/learn.ts'
import { vocabularyOf } from '#knowledge/search/reading-index.ts'
import { createVectors } from '#knowledge/search/vectors.ts'
import { environment } from '#platform/environment.ts'
import { measureIntents } from './measure-intents.ts'
import { measureLanguage } from './measure-language.ts'
import { measureMassive } from './measure-massive.ts'
import { measureParts } from './measure-parts.ts'

/**
 * How good each stage of understanding is, on phrasings that were held back from what reads them.
 * Every share has its denominator beside it.
 */
const { BENCHMARKS } = environment
const root = new URL('..', import.meta.url).pathname
const kb = await loadKnowledgeBase(root)
const learnt = learn(kb)
const corpus = buildCorpus(kb)
const vectors = createVectors(corpus, vocabularyOf(corpus))

for (const measure of [measureIntents, measureParts, measureLanguage]) {
  print(measure({ kb, corpus, vectors, learnt }))
}
print(await measureMassive(BENCHMARKS))

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n\n`)
}
