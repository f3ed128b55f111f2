import { join } from 'node:path'
import { sharedLearntFile } from '#house'
import { loadKnowledgeBase } from '#knowledge/load-knowledge-base.ts'
import { openReader } from '#knowledge/search/open-reader.ts'

/** Before the tests of the whole: the phrasings are learnt once for all of them, which takes a minute. */
export async function setup(): Promise<void> {
  const kb = await loadKnowledgeBase(join(import.meta.dirname, '../..'))
  await openReader(kb, sharedLearntFile).trained
}
