import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConversationEvent } from '#conversation/events.ts'
import { deskView } from '#handoff/desk-view.ts'
import { pastView } from '#handoff/past-view.ts'
import { openSqlite } from '#storage/open-sqlite.ts'
import { HITS_A_PAGE, searchPast, type Wanted } from './search-past.ts'

const COUNT = 45
const at = (minute: number) => new Date(Date.UTC(2026, 5, 8, 8, minute)).toISOString()
const storage = openSqlite({
  path: ':memory:',
  views: [deskView, pastView],
  outboxChannels: [],
  clock: { now: () => at(0) },
})
const nothing: Wanted = {
  reference: null,
  words: [],
  topic: null,
  channel: null,
  colleague: null,
  from: null,
  before: null,
}
const search = (wanted: Partial<Wanted>, below: string | null = null) =>
  searchPast(
    {
      views: storage.views,
      deskView,
      textsOf: async (id) => (await storage.personal.all(id)).map(({ value }) => value),
    },
    { ...nothing, ...wanted },
    below,
  )

beforeAll(async () => {
  for (let i = 0; i < COUNT; i += 1) {
    const queued = { queue: 'social', reference: String(1_000_000 + i) }
    const events: ConversationEvent[] = [
      {
        type: 'conversation-started',
        at: at(i),
        channel: 'web-chat',
        address: 'a',
        language: 'da',
      },
      { type: 'handoff-queued', at: at(i), ...queued },
    ]
    const text = `sag ${i}${i % 3 === 0 ? ' om rotter' : ''}`
    await storage.log.record(`c${i}`, {
      events,
      personal: [{ of: 'u', field: 'text', value: text }],
    })
  }
})
afterAll(() => storage.close())

describe('a search with many hits', () => {
  it('gives them page by page, each once, and ends', async () => {
    const seen: string[] = []
    let below: string | null = null
    for (let page = 0; page < 9; page += 1) {
      const { hits, next } = await search({}, below)
      seen.push(...hits.map(({ item }) => item.conversationId))
      expect(hits.length).toBeLessThanOrEqual(HITS_A_PAGE)
      below = next
      if (next === null) break
    }
    expect(seen).toEqual(Array.from({ length: COUNT }, (_, i) => `c${COUNT - 1 - i}`))
  })
  it('goes on below the last one that was looked at', async () => {
    const { hits, next, isCutShort } = await search({ words: ['ROTTER'] })
    expect(hits).toHaveLength(15)
    expect({ next, isCutShort }).toEqual({ next: null, isCutShort: false })
  })
})
