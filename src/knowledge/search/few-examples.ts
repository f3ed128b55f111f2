import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'

/**
 * The knowledge base with a few examples of each intent, spread over authors and kinds: who writes in the first half
 * minute of the very first start is read by these, since a reader of all of them takes seconds to make.
 */
export function withFewExamples(kb: KnowledgeBase): KnowledgeBase {
  const intents = [...kb.intents].map(([id, intent]) => {
    const [examples, decoys] = kb.articles.has(id) ? FEW_OF_TOPIC : FEW_OF_OTHERS
    return [
      id,
      {
        ...intent,
        examples: spread(intent.examples, examples),
        decoys: spread(intent.decoys, decoys),
      },
    ] as const
  })
  return { ...kb, intents: new Map(intents) }
}

// Cries for help and wishes for a person are worth more time than topics.
const FEW_OF_TOPIC = [10, 0] as const
const FEW_OF_OTHERS = [40, 6] as const

function spread<Item>(all: readonly Item[], most: number): readonly Item[] {
  if (all.length <= most) return all
  const step = all.length / most
  return Array.from({ length: most }, (_, i) => all[Math.floor(i * step)] as Item)
}
