import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import type { Corpus } from '#knowledge/search/corpus.ts'
import type { Learnt } from '#knowledge/search/learn.ts'
import type { Vectors } from '#knowledge/search/vectors.ts'

/** What a stage is measured with; it gives the lines to print. */
export type Stage = (material: Material) => readonly string[]
export type Material = { kb: KnowledgeBase; corpus: Corpus; vectors: Vectors; learnt: Learnt }

/** "intent accuracy  82.9 %  (1020 of 1230)" */
export function share(name: string, right: number, of: number): string {
  const percent = of === 0 ? '–' : ((100 * right) / of).toFixed(1)
  return `  ${name.padEnd(34)} ${percent.padStart(5)} %  (${right} of ${of})`
}
