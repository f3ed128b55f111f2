import { join } from 'node:path'
import { pino } from 'pino'
import type { ChannelName, ConversationEvent } from '#conversation/events.ts'
import type { Understanding } from '#conversation/findings.ts'
import { findings } from '#conversation/testing/story.ts'
import type { Decide } from '#dialogue/decide-once.ts'
import type { Received } from '#dialogue/dialogue.ts'
import { type Engine, engineViews, openEngine } from '#dialogue/open-engine.ts'
import { createMask } from '#dialogue/receive/mask.ts'
import type { Calendar } from '#handoff/calendar.ts'
import { loadQueues, queuesFile } from '#handoff/load-queues.ts'
import { loadKnowledgeBase } from '#knowledge/load-knowledge-base.ts'
import { randomIds } from '#platform/ids.ts'
import { openSqlite } from '#storage/open-sqlite.ts'
import type { Storage } from '#storage/storage.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** A Tuesday at ten, open. */
export const OPEN_AT = '2026-06-09T08:00:00.000Z'
const content = Promise.all([loadKnowledgeBase(ROOT), loadQueues(queuesFile(ROOT))])

/** The engine over real storage in memory and the real texts; what a text means is told by the test. */
export type Stage = AsyncDisposable & {
  engine: Engine
  storage: Storage
  present: Set<string>
  now(): string
  forward(ms: number): void
  /** How texts are understood from now on; it may wait, fail or never answer. */
  understands(reading: (text: string) => Understanding | Promise<Understanding>): void
  start(channel?: ChannelName, address?: string): Promise<string>
  says(conversationId: string, text: string): Promise<Received>
  events(conversationId: string): Promise<readonly ConversationEvent[]>
  /** The names of what the bot has said, in order. */
  said(conversationId: string): Promise<readonly string[]>
  lastText(conversationId: string): Promise<string>
  until(isSo: () => Promise<boolean>): Promise<void>
}

export async function startEngine(
  options: {
    interpretLimitMs?: number
    waitLimitMinutes?: number
    storage?: (real: Storage) => Storage
    calendar?: Calendar
    decide?: Decide
    at?: string
  } = {},
): Promise<Stage> {
  const [kb, queues] = await content
  let ms = Date.parse(options.at ?? OPEN_AT)
  const clock = { now: () => new Date(ms).toISOString() }
  const real = openSqlite({
    path: ':memory:',
    views: [...engineViews],
    outboxChannels: ['sms'],
    clock,
  })
  const storage = options.storage?.(real) ?? real
  const present = new Set<string>()
  let reading: (text: string) => Understanding | Promise<Understanding> = () => ({
    kind: 'unknown',
  })
  const engine = await openEngine({
    ...storage,
    kb,
    clock,
    ids: randomIds,
    logger: pino({ level: 'silent' }),
    presence: { isPresent: (staffId) => present.has(staffId), onDuty: () => present.size > 0 },
    ...(options.decide && { decide: options.decide }),
    calendar: async () => options.calendar ?? queues,
    staffName: async (staffId) => staffId,
    mask: createMask({ label: (kind) => `[${kind}]`, publicNumbers: new Set() }),
    interpret: async (_, heard) =>
      findings(await reading(heard.map(({ text }) => text).join('\n'))),
    interpretLimitMs: options.interpretLimitMs ?? 2_000,
    waitLimitMinutes: options.waitLimitMinutes ?? 5,
  })
  const channels = new Map<string, { channel: ChannelName; address: string }>()
  const events = async (id: string) => (await storage.log.read(id)).map(({ event }) => event)
  const replies = async (id: string) =>
    (await events(id)).flatMap((event) => {
      if (event.type === 'reply-chosen') return [event.reply]
      return event.type === 'notice-sent' ? [event.notice] : []
    })
  return {
    engine,
    storage,
    present,
    now: clock.now,
    forward(by) {
      ms += by
      engine.clockMoved()
    },
    understands(next) {
      reading = next
    },
    async start(channel = 'web-chat', address = `test:${crypto.randomUUID()}`) {
      const started = { channel, address, language: 'da', number: '+4520000123' } as const
      const id = await engine.dialogue.start(started)
      channels.set(id, { channel, address })
      return id
    },
    says(id, text) {
      const { channel, address } = channels.get(id) ?? { channel: 'web-chat', address: 'x' }
      const messageId = crypto.randomUUID()
      const said = { via: 'typed' } as const
      return engine.dialogue.receive(id, { channel, address, messageId, text, said })
    },
    events,
    async said(id) {
      return (await replies(id)).flatMap(({ says }) =>
        says.map((saying) =>
          saying.from === 'article' ? saying.articleId : `${saying.intent}.${saying.reply}`,
        ),
      )
    },
    async lastText(id) {
      const last = (await replies(id)).at(-1)
      return (last && (await storage.personal.get(id, last.id, 'text'))) ?? ''
    },
    async until(isSo) {
      const endAt = performance.now() + 5_000
      while (!(await isSo())) {
        if (performance.now() > endAt) throw new Error('It did not come to that.')
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async [Symbol.asyncDispose]() {
      await engine.stop()
      await real.close()
    },
  }
}
