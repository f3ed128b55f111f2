import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConversationEvent, Notice, Reply, Saying } from '#conversation/events.ts'
import { templateOf } from '#dialogue/compose/template-of.ts'
import { MONDAY_MORNING } from '#tests/kit/settable-clock.ts'
import { openSharedHouse, type SharedHouse, startTalk, type Talk } from '#tests/kit/start-talk.ts'
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

  /** Texts that hold a word which stands in none of the curated texts that they rest on. */
  async function unwritten(talk: Talk): Promise<string[]> {
    const { personal } = shared.house.storage
    const said = (await talk.events()).flatMap((event) => {
      if (event.type === 'reply-chosen') return [event.reply]
      return event.type === 'notice-sent' ? [event.notice] : []
    })
    const texts = await Promise.all(
      said.map(async (one) => ({
        one,
        text: await personal.get(talk.conversationId, one.id, 'text'),
      })),
    )
    return texts.flatMap(({ one, text }) =>
      text === undefined || sourceOf(one).test(text) ? [] : [text],
    )
  }
  /** The curated texts, one after the other, with anything where a fact or slot stands. */
  function sourceOf({ says, language, channel, asks }: Reply | Notice): RegExp {
    const { articles, intents } = shared.house.kb
    const rendering = channel === 'sms' ? 'sms' : 'web'
    const pieces = says.map((saying) => {
      if (saying.from === 'article') {
        const parts = articles.get(saying.articleId)?.[language].parts ?? []
        return parts.find(({ name }) => name === saying.part)?.[rendering] ?? '(none)'
      }
      const text = intents.get(saying.intent)?.replies.get(saying.reply)?.text[language]
      return text?.[rendering] ?? text?.web ?? '(none)'
    })
    const written = pieces.map((piece) =>
      piece
        .trim()
        .split(/\{\{[^}]*\}\}/)
        .map((literal) => RegExp.escape(literal))
        .join('.*?'),
    )
    // A text message has the topics on offer behind it, each with its letter.
    const letters = channel === 'sms' && asks.for === 'choice' ? '( [A-Z]: [^.]+\\.)+ [^.]+\\.' : ''
    return new RegExp(`^${written.join('\\s+')}${letters}$`, 's')
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
      expect(await unwritten(talk)).toEqual([])
    },
  )

  it('what stands in no entry is not worded at all', () => {
    const saying = {
      from: 'intent',
      intent: 'human',
      reply: 'none',
      version: '',
      slots: {},
    } as const
    for (const rendering of ['web', 'sms', 'spoken'] as const)
      expect(() => templateOf(shared.house.kb, saying, 'da', rendering)).toThrow()
  })

  it('through a night and a morning', async () => {
    const talks = await tellStory(shared)
    for (const talk of talks) {
      expect(unfounded(await talk.events())).toEqual([])
      expect(await unwritten(talk)).toEqual([])
    }
  })
})
