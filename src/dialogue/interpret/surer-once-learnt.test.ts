import { expect, it } from 'vitest'
import { newConversation } from '#conversation/conversation.ts'
import type { Findings, Understanding } from '#conversation/findings.ts'
import type { OpenReader } from '#knowledge/search/open-reader.ts'
import type { Reader } from '#knowledge/search/reader.ts'
import { surerOnceLearnt } from './surer-once-learnt.ts'

const answered: Understanding = {
  kind: 'answer',
  articles: [{ articleId: 'pas-voksne', version: 'v1', part: 'main' }],
}
const rough = { id: 'retrieval' } as Reader
const learnt = { id: 'learnt' } as Reader

/** Reads `before` until it has learnt, and then an answer. */
function reading(before: Understanding, patienceMs: number) {
  const learning = Promise.withResolvers<Reader>()
  let reader = rough
  const model: OpenReader = {
    current: () => reader,
    id: () => reader.id,
    trained: learning.promise,
  }
  const interpret = surerOnceLearnt(
    async (): Promise<Findings> => ({
      language: 'da',
      understanding: reader === rough ? before : answered,
      intent: 'pas-voksne',
      score: 1,
      ranked: [],
      model: reader.id,
      ms: 1,
    }),
    model,
    patienceMs,
  )
  return {
    finding: interpret(newConversation, []),
    learn() {
      reader = learnt
      learning.resolve(learnt)
    },
  }
}

it('reads again what it did not understand, once it has learnt', async () => {
  const { finding, learn } = reading({ kind: 'unknown' }, 60_000)
  setTimeout(learn, 20)
  expect(await finding).toMatchObject({ model: 'learnt', understanding: { kind: 'answer' } })
})

it('lets nobody who asks for a person wait for the learning', async () => {
  const { finding } = reading({ kind: 'human', article: null }, 60_000)
  expect((await finding).model).toBe('retrieval')
})

it('says what it has when learning takes too long', async () => {
  const { finding } = reading({ kind: 'unknown' }, 20)
  expect((await finding).understanding.kind).toBe('unknown')
})
