import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConversationEvent, Saying } from '#conversation/events.ts'
import { MONDAY_MORNING } from '#tests/kit/settable-clock.ts'
import { openSharedHouse, type SharedHouse, startTalk } from '#tests/kit/start-talk.ts'
import { tellStory } from '#tests/kit/tell-story.ts'

const TURNS = 120

describe('I7 no source, no answer', () => {
  let shared: SharedHouse
  beforeAll(async () => {
    shared = await openSharedHouse()
  })
  afterAll(() => shared.house.close())

  /** What of the sayings of these events is not there, or not in this version. */
  function unfounded(events: readonly ConversationEvent[]): string[] {
    return events.flatMap((event) => {
      const said = event.type === 'reply-chosen' ? event.reply : undefined
      const told = event.type === 'notice-sent' ? event.notice : said
      if (!told) return []
      if (told.says.length === 0) return [`${told.id} rests on nothing`]
      return told.says
        .filter((saying) => !exists(saying, told.language))
        .map((s) => JSON.stringify(s))
    })
  }
  function exists(saying: Saying, language: 'da' | 'en'): boolean {
    const { articles, intents } = shared.house.kb
    if (saying.from === 'intent') {
      const intent = intents.get(saying.intent)
      return intent?.version === saying.version && intent.replies.has(saying.reply)
    }
    const article = articles.get(saying.articleId)?.[language]
    const hasPart = article?.parts.some(({ name }) => name === saying.part) ?? false
    return hasPart && article?.version === saying.version && article.status === 'published'
  }

  it.each(['web-chat', 'sms'] as const)(
    'through a long talk about everything on %s',
    async (channel) => {
      const talk = await startTalk({ shared, channel, at: MONDAY_MORNING })
      const examples = [...shared.house.kb.intents.values()].flatMap((intent) => intent.examples)
      for (let turn = 0; turn < TURNS; turn += 1) {
        // A prime step walks through all kinds of examples, the same ones in every run.
        const example = examples[(turn * 7_919) % examples.length]
        await talk.says(example?.text ?? 'gentag')
      }
      const events = await talk.events()
      expect(events.filter(({ type }) => type === 'reply-chosen').length).toBeGreaterThan(TURNS / 2)
      expect(unfounded(events)).toEqual([])
    },
  )

  it('through a night and a morning', async () => {
    const talks = await tellStory(shared)
    for (const talk of talks) expect(unfounded(await talk.events())).toEqual([])
  })
})
