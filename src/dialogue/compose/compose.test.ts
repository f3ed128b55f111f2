import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { evolve, newConversation } from '#conversation/conversation.ts'
import type { ChannelName, Language, Reply, Saying, Slots } from '#conversation/events.ts'
import { withRoom } from '#conversation/say.ts'
import { world } from '#conversation/testing/world.ts'
import type { PersonalStore } from '#dialogue/ports.ts'
import type { Calendar } from '#handoff/calendar.ts'
import { loadQueues, queuesFile } from '#handoff/load-queues.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { loadKnowledgeBase } from '#knowledge/load-knowledge-base.ts'
import { countSegments } from '#platform/sms-segments.ts'
import { compose } from './compose.ts'
import { fitsChannel } from './fits-channel.ts'

const ROOT = join(import.meta.dirname, '../../..')
const AT = '2026-06-05T20:00:00.000Z'
const languages = ['da', 'en'] as const

let kb: KnowledgeBase
let calendar: Calendar
beforeAll(async () => {
  ;[kb, calendar] = await Promise.all([loadKnowledgeBase(ROOT), loadQueues(queuesFile(ROOT))])
})

const personal: PersonalStore = {
  get: async () => '+4520000123',
  all: async () => [],
  erase: async () => {},
}
const intent = (name: string, slots: Slots = {}): Saying => {
  const [id = '', reply = ''] = name.split('.')
  return { from: 'intent', intent: id, reply, version: 'v', slots }
}
const article = (articleId: string, part: string): Saying => ({
  from: 'article',
  articleId,
  version: 'v',
  part,
})
const everyPart = (language: Language): Saying[] =>
  [...kb.articles.values()].flatMap((one) =>
    one[language].parts.map(({ name }) => article(one.id, name)),
  )

function reply(channel: ChannelName, language: Language, says: readonly Saying[]): Reply {
  return {
    id: 'r',
    channel,
    address: 'a',
    language,
    utteranceIds: [],
    outcome: 'answered',
    says,
    choices: [],
    asks: { for: 'nothing' },
    understood: { intent: 'x', score: 1, ranked: [], model: 'm', ms: 0 },
  }
}
const write = async (said: Reply) => {
  const deps = { kb, personal, calendar: async () => calendar, staffName: async () => 'Mette' }
  return compose(deps, 'c', said, AT)
}
/** What is kept of several sayings, as a decision keeps it in the first reply on this channel. */
function kept(
  channel: ChannelName,
  language: Language,
  first: Saying,
  more: Saying,
): readonly Saying[] {
  const started = { type: 'conversation-started', at: AT, channel, address: 'a', language } as const
  const surroundings = world({
    fits: (says, on, inLanguage) => fitsChannel({ kb, calendar }, says, on, inLanguage, AT),
  })
  const says = withRoom(evolve(newConversation, started), language, surroundings, [first], [more])
  return channel === 'sms' ? [intent('conversation.notice'), ...says] : says
}

describe.each(languages)('a text message in %s', (language) => {
  it('has room for every first answer in two segments, with the line that a machine writes', async () => {
    for (const part of everyPart(language)) {
      const says = [intent('conversation.notice'), part]
      const { text } = await write(reply('sms', language, says))
      expect(countSegments(text), text).toMatchObject({ encoding: 'gsm-7' })
      expect(countSegments(text).units, text).toBeLessThanOrEqual(306)
    }
  })

  it('says of two answers, or of a cry for help and its topic, only what fits', async () => {
    const parts = everyPart(language)
    let dropped = 0
    for (const [i, part] of parts.entries()) {
      const firsts = [parts[(i + 13) % parts.length], intent('decision.with-topic')]
      for (const first of firsts) {
        if (!first) continue
        const says = kept('sms', language, first, part)
        if (!says.includes(part)) dropped += 1
        const { text } = await write(reply('sms', language, says))
        expect(countSegments(text).units, text).toBeLessThanOrEqual(306)
        expect(countSegments(text).segments).toBeLessThanOrEqual(2)
      }
    }
    expect(dropped).toBeGreaterThan(0)
  })

  it('puts a letter before each topic on offer', async () => {
    const topics = [...kb.articles.keys()]
    for (const [i, topic] of topics.entries()) {
      const others = [topic, topics[(i + 1) % topics.length], topics[(i + 2) % topics.length]]
      const said: Reply = {
        ...reply('sms', language, [intent('conversation.notice'), intent('conversation.which')]),
        choices: others.map((id) => `article:${id}#main` as const),
        asks: { for: 'choice' },
      }
      const { text } = await write(said)
      expect(text).toMatch(/A: .+ B: .+ C: /)
      expect(countSegments(text).units, text).toBeLessThanOrEqual(306)
    }
  })

  it('has no Markdown in it', async () => {
    for (const part of everyPart(language)) {
      const { text } = await write(reply('sms', language, [part]))
      expect(text).not.toMatch(/\*\*|\]\(|^- /m)
    }
  })
})

describe.each(languages)('a spoken reply in %s', (language) => {
  it('names no address of a page, and stays short also with something in front', async () => {
    for (const part of everyPart(language)) {
      const says = kept('voice', language, intent('crisis-suicide.lines'), part)
      const { text } = await write(reply('voice', language, says))
      expect(text).not.toMatch(/https?:|www\.|\.dk\b/)
      expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(45)
    }
  })
})

describe('a reply', () => {
  const slot = { from: '2026-06-08T07:00:00.000Z', to: '2026-06-08T10:00:00.000Z' }
  const promised = intent('human.promised-phone', {
    'number-end': { kind: 'phone-end', utteranceId: 'u' },
    slot: { kind: 'slot', slot },
    reference: { kind: 'reference', reference: '1234567' },
  })

  it.each([
    ['da', 'mandag mellem kl. 9 og 12'],
    ['en', 'Monday between 9'],
  ] as const)(
    'says times in %s, a reference in pairs and the end of a number',
    async (language, when) => {
      const { text, card } = await write(reply('web-chat', language, [promised]))
      expect(text).toContain(when)
      expect(text).toContain('12 34 56 7')
      expect(text).toContain('23')
      expect(text).not.toContain('20000123')
      expect(card).toMatchObject({ kind: 'receipt', numberEnd: '23' })
    },
  )

  it.each([
    ['da', 'Livslinien'],
    ['en', 'Suicide helpline (Livslinien)'],
  ] as const)('names the lines of a crisis in %s', async (language, name) => {
    const { card } = await write(reply('web-chat', language, [intent('crisis-suicide.lines')]))
    const lines = card?.kind === 'crisis' ? card.lines : []
    expect(lines).toContainEqual({ number: '70 201 201', label: name })
  })

  it('has a card on the web only', async () => {
    const passport = [article('pas-voksne', 'price')]
    expect((await write(reply('web-chat', 'da', passport))).card).toMatchObject({ kind: 'answer' })
    expect((await write(reply('sms', 'da', passport))).card).toBeNull()
    expect((await write(reply('voice', 'da', passport))).card).toBeNull()
  })

  it('that nobody has written is an error, not an empty message', async () => {
    const nothing = reply('web-chat', 'da', [intent('small-talk.nowhere')])
    await expect(write(nothing)).rejects.toThrow('There is no text for small-talk.nowhere.')
  })
})
