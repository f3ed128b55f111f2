import { expect, it } from 'vitest'
import { smallKnowledgeBase } from '#dialogue/interpret/fixtures/small-knowledge-base.ts'
import { withFewExamples } from './few-examples.ts'

it('keeps some examples of each intent, from its first to its last', () => {
  const kb = smallKnowledgeBase()
  const few = withFewExamples(kb)
  for (const [id, { examples }] of kb.intents) {
    const kept = few.intents.get(id)?.examples ?? []
    expect(kept.length).toBe(Math.min(examples.length, kb.articles.has(id) ? 10 : 40))
    expect(kept[0]).toEqual(examples[0])
    expect(examples).toEqual(expect.arrayContaining([...kept]))
  }
  expect(few.intents.get('pas-voksne')?.examples.length).toBeLessThan(
    kb.intents.get('pas-voksne')?.examples.length ?? 0,
  )
})
