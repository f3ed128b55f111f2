import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'

/** "[CPR-nummer fjernet]" is our word, not the citizen's: it must not sound like a question about CPR numbers. */
export function createMaskRemover({
  intents,
}: Pick<KnowledgeBase, 'intents'>): (text: string) => string {
  const masks = [...(intents.get('conversation')?.replies ?? [])]
    .filter(([name]) => name.startsWith('masked-'))
    .flatMap(([, { text }]) => [text.da.web, text.en.web])
    .filter((mask) => mask !== undefined)
  return (text) => masks.reduce((rest, mask) => rest.replaceAll(mask, ' '), text)
}
