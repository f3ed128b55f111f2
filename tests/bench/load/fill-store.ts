import { join } from 'node:path'
import type { ConversationEvent } from '#conversation/events.ts'
import { engineViews } from '#dialogue/open-engine.ts'
import { deskView } from '#handoff/desk-view.ts'
import { feedbackView } from '#handoff/feedback-view.ts'
import { openSqlite } from '#storage/open-sqlite.ts'

/** Fills a data folder with conversations as they are after a quarter: heard, answered, closed. */
const { dataDir, conversations } = JSON.parse(process.argv[2] ?? '') as {
  dataDir: string
  conversations: number
}
const AT_ONCE = 500
const startMs = Date.parse('2026-04-01T08:00:00Z')
const clock = { now: () => new Date(startMs).toISOString() }
await using storage = openSqlite({
  path: join(dataDir, 'front-door.db'),
  views: [...engineViews, deskView, feedbackView],
  outboxChannels: ['sms'],
  clock,
})
for (let first = 0; first < conversations; first += AT_ONCE) {
  const some = Array.from({ length: Math.min(AT_ONCE, conversations - first) }, (_, i) => first + i)
  await Promise.all(some.map(record))
}
process.stdout.write(JSON.stringify({ conversations }))

async function record(n: number): Promise<void> {
  const id = crypto.randomUUID()
  const address = `web:filled-${n}`
  const at = new Date(startMs + n * 50_000).toISOString()
  const turns = Array.from({ length: 3 }, (_, i) => turn(`${id}-${i}`, address, at))
  const closed = { type: 'conversation-closed', at, disposition: 'answered', by: 'time' } as const
  await storage.log.record(id, {
    events: [
      { type: 'conversation-started', at, channel: 'web-chat', address, language: 'da' },
      ...turns.flatMap(({ events }) => events),
      closed,
    ],
    personal: turns.flatMap(({ personal }) => personal),
    // Far off, as the end of keeping is: it must cost a turn of today nothing.
    dues: [{ what: 'retention', at: '2027-01-01T00:00:00.000Z' }],
    receivedAs: `${address}:1`,
  })
}

function turn(id: string, address: string, at: string) {
  const channel = 'web-chat' as const
  const events: ConversationEvent[] = [
    {
      type: 'utterance-received',
      at,
      utterance: {
        id: `${id}u`,
        channel,
        address,
        said: { via: 'typed' },
        masked: [],
        phone: 'none',
      },
    },
    {
      type: 'reply-chosen',
      at,
      reply: {
        id: `${id}r`,
        channel,
        address,
        language: 'da',
        utteranceIds: [`${id}u`],
        outcome: 'answered',
        says: [{ from: 'article', articleId: 'pas-voksne', version: '000000000000', part: 'main' }],
        choices: [],
        asks: { for: 'nothing' },
        understood: { intent: 'pas-voksne', score: 0.9, ranked: [], model: 'filled', ms: 1 },
      },
    },
  ]
  const personal = [
    { of: `${id}u`, field: 'text', value: 'Hvad koster det at forny et pas for en voksen?' },
    { of: `${id}r`, field: 'text', value: 'Et pas til en voksen koster penge. '.repeat(8) },
  ] as const
  return { events, personal }
}
