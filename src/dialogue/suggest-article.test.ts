import { describe, expect, it } from 'vitest'
import type { Calendar } from '#handoff/calendar.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { smallKnowledgeBase } from './interpret/fixtures/small-knowledge-base.ts'
import { interpret } from './interpret/fixtures/understand.ts'
import type { Registers } from './ports.ts'
import { suggestArticle } from './suggest-article.ts'

const calendar: Calendar = {
  queues: new Map(),
  defaultQueue: 'borgerservice',
  specialDays: [],
}

/** The small knowledge base, each part with words that name it. */
function withTexts(kb: KnowledgeBase): KnowledgeBase {
  const articles = [...kb.articles].map(([id, article]) => {
    const parts = article.da.parts.map((part) => ({
      ...part,
      web: `**${id}** om [${part.name}](https://example.org/${part.name})`,
      sms: `${id} ${part.name}`,
    }))
    return [id, { ...article, da: { ...article.da, parts } }] as const
  })
  return { ...kb, articles: new Map(articles) }
}

const suggest = (
  text: string,
  {
    channel = 'web-chat',
    off = [],
  }: { channel?: 'web-chat' | 'sms'; off?: readonly string[] } = {},
) =>
  suggestArticle({
    kb: withTexts(smallKnowledgeBase()),
    interpret,
    registers: {
      list: async () => off.map((key) => ({ key, json: '{}' })),
    } as Partial<Registers> as Registers,
    calendar: async () => calendar,
    clock: { now: () => '2026-06-09T09:00:00.000Z' },
  })({ text, language: 'da', channel })

describe('a suggestion from the articles', () => {
  it('is the part that answers, plain and with its version', async () => {
    expect(await suggest('hvad koster et pas?')).toEqual({
      articleId: 'pas-voksne',
      part: 'price',
      version: 'pas-voksne-da',
      title: 'Pas til en voksen',
      text: 'pas-voksne om price: https://example.org/price',
    })
  })
  it('is the text for SMS where the citizen gets one', async () => {
    const found = await suggest('hvad koster et pas?', { channel: 'sms' })
    expect(found?.text).toBe('pas-voksne price')
  })
  it.each([
    ['a crisis', 'jeg vil ikke leve mere'],
    ['a doubt between two', 'pas'],
    ['small talk', 'hej'],
    ['what is no word', 'xqzw'],
  ])('is none for %s', async (_, text) => expect(await suggest(text)).toBeNull())
  it('is none from an article that is switched off', async () => {
    expect(await suggest('hvad koster et pas?', { off: ['pas-voksne'] })).toBeNull()
  })
})
