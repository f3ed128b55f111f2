import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { defaultWebChatLimits } from '#channels/web-chat/limits.ts'
import { webChat } from '#channels/web-chat/web-chat.ts'
import { deskAccounts } from '#desk/accounts.ts'
import { desk } from '#desk/desk.ts'
import { createSignInLink } from '#desk/first-sign-in.ts'
import { type DeskPresence, deskPresence } from '#desk/presence.ts'
import { createInterpret } from '#dialogue/interpret/create-interpret.ts'
import { type Engine, engineViews, openEngine } from '#dialogue/open-engine.ts'
import { createMask } from '#dialogue/receive/mask.ts'
import type { Calendar } from '#handoff/calendar.ts'
import type { DeskItem } from '#handoff/desk-item.ts'
import { deskView } from '#handoff/desk-view.ts'
import { loadQueues, queuesFile } from '#handoff/load-queues.ts'
import { SpecialDayEntry } from '#handoff/periods.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { loadKnowledgeBase, unverifiedArticles } from '#knowledge/load-knowledge-base.ts'
import { type OpenReader, openReader } from '#knowledge/search/open-reader.ts'
import { type Clock, clockFrom, systemClock } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { createHttpServer } from '#platform/http-server.ts'
import { newToken, randomIds } from '#platform/ids.ts'
import type { Logger } from '#platform/logger.ts'
import { openSqlite } from '#storage/open-sqlite.ts'
import type { Storage } from '#storage/storage.ts'
import { type Config, isLoopback } from './config.ts'

const ROOT = join(import.meta.dirname, '..')
const HOLDER_OFFLINE_MS = 3 * 60_000

/** Storage, knowledge and the engine, without any way in from outside. */
export type House = {
  storage: Storage
  engine: Engine
  kb: KnowledgeBase
  model: OpenReader
  presence: DeskPresence
  clock: Clock
  close(): Promise<void>
}
export type HouseOptions = {
  /** A folder, or `:memory:`. */
  dataDir: string
  clock: Clock
  logger: Logger
  interpretLimitMs: number
  /** Where what was learnt from the phrasings is kept; it depends on nothing but them. */
  learntFile: string
  onDurable?: () => void
}

/** For commands and tests, which keep no data of their own. */
export const sharedLearntFile = join(ROOT, '.cache', 'learnt.bin')

export async function openHouse(options: HouseOptions): Promise<House> {
  const { dataDir, clock, logger, interpretLimitMs, learntFile, onDurable } = options
  const [kb, queues] = await Promise.all([loadKnowledgeBase(ROOT), loadQueues(queuesFile(ROOT))])
  const inMemory = dataDir === ':memory:'
  const storage = openSqlite({
    path: inMemory ? dataDir : join(dataDir, 'front-door.db'),
    views: [...engineViews, deskView],
    outboxChannels: ['sms'],
    clock,
    ...(onDurable && { onDurable }),
  })
  const { registers, views, log } = storage
  const stopping = new AbortController()
  const model = openReader(kb, learntFile, stopping.signal)
  const accounts = deskAccounts({ registers, clock, ids: randomIds })
  const presence = deskPresence({ lost: (staffId) => void watchHeld(staffId) })

  /** Conversations of somebody who left the desk go back to the queue unless they return in time. */
  async function watchHeld(staffId: string | 'anybody'): Promise<void> {
    const at = new Date(Date.parse(clock.now()) + HOLDER_OFFLINE_MS).toISOString()
    for (const { doc } of await views.list<DeskItem>(deskView)) {
      if (doc.state !== 'held' || (staffId !== 'anybody' && doc.holder !== staffId)) continue
      await log.record(doc.conversationId, { events: [], dues: [{ what: 'holder-offline', at }] })
    }
  }

  await watchHeld('anybody')
  const engine = await openEngine({
    ...storage,
    kb,
    clock,
    ids: randomIds,
    logger,
    presence,
    calendar: () => calendarOfNow(queues, storage),
    staffName: async (staffId) => (await accounts.get(staffId))?.name ?? '–',
    mask: createMask({ label: maskLabel(kb), publicNumbers: publicNumbers(kb) }),
    interpret: createInterpret({ kb, model, clock }),
    interpretLimitMs,
  })
  return {
    storage,
    engine,
    kb,
    model,
    presence,
    clock,
    async close() {
      stopping.abort()
      await engine.stop()
      await storage.close()
    },
  }
}

/** The whole product behind one HTTP server, not yet listening. */
export type App = {
  server: FastifyInstance
  house: House
  signInPath: string | undefined
  close(): Promise<void>
}

export async function openApp(config: Config, logger: Logger): Promise<App> {
  const clock = config.startAt ? clockFrom(config.startAt) : systemClock
  const { dataDir, interpretLimitMs } = config
  const house = await openHouse({
    dataDir,
    clock,
    logger,
    interpretLimitMs,
    learntFile: join(dataDir, 'learnt.bin'),
  })
  const { storage, engine, kb, presence } = house
  try {
    await refuseUnfit(config, house)
  } catch (error) {
    await house.close()
    throw error
  }
  const server = createHttpServer(logger, config.trustProxy)
  addHealth(server, house)
  const staff = { registers: storage.registers, clock, ids: randomIds }
  await server.register(
    webChat({
      dialogue: engine.dialogue,
      clock,
      log: logger,
      origins: ['same', ...config.chatOrigins],
      demo: config.demo,
      limits: defaultWebChatLimits,
    }),
  )
  await server.register(
    desk({
      ...staff,
      acts: engine.staffActs,
      views: storage.views,
      deskView,
      transcript: engine.transcript,
      textOf: (conversationId, id) => storage.personal.get(conversationId, id, 'text'),
      onChange: (listener) =>
        engine.tail.subscribe('all', (recorded) =>
          listener([...new Set(recorded.map(({ conversationId }) => conversationId))]),
        ),
      presence,
      log: logger,
      articleInfo: (articleId) => articleInfo(kb, articleId),
      secure: config.secure,
    }),
    { prefix: '/desk' },
  )
  return {
    server,
    house,
    signInPath: (await deskAccounts(staff).hasAny()) ? undefined : await createSignInLink(staff),
    async close() {
      await server.close()
      await house.close()
    },
  }
}

async function refuseUnfit(config: Config, { storage, kb, clock }: House): Promise<void> {
  const { registers } = storage
  if (
    !isLoopback(config.host) &&
    !(await deskAccounts({ registers, clock, ids: randomIds }).hasAny())
  ) {
    throw new AppError(
      'config-invalid',
      `Nobody has an account at the desk yet, so the server does not listen on ${config.host}.`,
      'Start with HOST=127.0.0.1 first, open the sign-in link and make an account.',
    )
  }
  const unverified = unverifiedArticles(kb)
  if (!config.demo && !config.allowUnverified && unverified.length > 0) {
    throw new AppError(
      'config-invalid',
      `${unverified.length} articles have not been verified: ${unverified.join(', ')}.`,
      'Have them confirmed and set verified: true, or set ALLOW_UNVERIFIED=1 to show them with a notice.',
    )
  }
}

function addHealth(server: FastifyInstance, { storage, model, clock }: House): void {
  server.get('/health', async () => ({ status: 'ok', at: clock.now() }))
  server.get('/ready', async (_request, reply) => {
    const outbox = await storage.outbox.counts()
    const understanding = model.current().id
    return reply.send({ status: 'ready', understanding, outbox, at: clock.now() })
  })
}

async function calendarOfNow(queues: Calendar, { registers }: Storage): Promise<Calendar> {
  const days = await registers.list('special-days')
  return { ...queues, specialDays: days.map(({ json }) => SpecialDayEntry.parse(JSON.parse(json))) }
}

function maskLabel({ intents }: KnowledgeBase) {
  return (kind: string, language: 'da' | 'en') =>
    intents.get('conversation')?.replies.get(`masked-${kind}`)?.text[language].web ?? `[${kind}]`
}

/** Phone numbers that stand in the facts are the city's or everybody's, and stay readable. */
function publicNumbers({ facts }: KnowledgeBase): ReadonlySet<string> {
  const values = [...facts.values()].map(({ value }) => String(value).replace(/\s/g, ''))
  return new Set(values.filter((value) => /^\d{3,8}$/.test(value)))
}

function articleInfo({ articles }: KnowledgeBase, articleId: string) {
  const article = articles.get(articleId)?.da
  if (!article) return undefined
  const { title, verified, sources } = article
  return { title, verified, url: sources[0]?.url ?? null }
}

/** The key that turns phone numbers into addresses; made once, readable by us alone. */
export function addressKey(dataDir: string): string {
  const file = join(dataDir, 'address-key')
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const key = newToken()
    writeFileSync(file, key, { mode: 0o600, flag: 'wx' })
    return key
  }
}
