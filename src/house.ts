import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Language } from '#conversation/events.ts'
import { deskAccounts } from '#desk/accounts.ts'
import { type DeskPresence, deskPresence } from '#desk/presence.ts'
import { createInterpret } from '#dialogue/interpret/create-interpret.ts'
import { LEARNING_PATIENCE_MS, surerOnceLearnt } from '#dialogue/interpret/surer-once-learnt.ts'
import { type Engine, engineViews, openEngine } from '#dialogue/open-engine.ts'
import { hidePersonal } from '#dialogue/receive/hide-personal.ts'
import { createMask } from '#dialogue/receive/mask.ts'
import type { Calendar } from '#handoff/calendar.ts'
import { deskView } from '#handoff/desk-view.ts'
import { feedbackView } from '#handoff/feedback-view.ts'
import { loadQueues, queuesFile } from '#handoff/load-queues.ts'
import { pastView } from '#handoff/past-view.ts'
import { SpecialDayEntry } from '#handoff/periods.ts'
import { queueView } from '#handoff/queue-view.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { loadKnowledgeBase } from '#knowledge/load-knowledge-base.ts'
import { type OpenReader, openReader } from '#knowledge/search/open-reader.ts'
import type { Clock } from '#platform/clock.ts'
import { randomIds } from '#platform/ids.ts'
import type { Logger } from '#platform/logger.ts'
import { openSqlite } from '#storage/open-sqlite.ts'
import type { Storage } from '#storage/storage.ts'

const ROOT = join(import.meta.dirname, '..')
const HOLDER_OFFLINE_MS = 3 * 60_000
const WATCH_AGAIN_MS = 1_000
const WAIT_LIMIT_MINUTES = 5

/** Storage, knowledge and the engine, without any way in from outside. */
export type House = {
  storage: Storage
  engine: Engine
  kb: KnowledgeBase
  model: OpenReader
  presence: DeskPresence
  /** Opening hours with the special days of now. */
  calendar: () => Promise<Calendar>
  clock: Clock
  /** A reason without what must not stand in a register, which no erasure reaches. */
  writtenReason(text: string, language: Language): string
  close(): Promise<void>
}
export type HouseOptions = {
  /** A folder, or `:memory:`. */
  dataDir: string
  clock: Clock
  logger: Logger
  interpretLimitMs: number
  /** Open minutes after which somebody has waited too long. */
  waitLimitMinutes?: number
  /** The folder of `knowledge-base/` and `intents/`; ours when it is not given. */
  contentRoot?: string
  /** Where what was learnt from the phrasings is kept; it depends on nothing but them. */
  learntFile: string
  /** Before this the reader is made only when somebody writes; at once when it is not given. */
  readAfter?: Promise<void>
  onDurable?: () => void
}

/** For commands and tests, which keep no data of their own. */
export const sharedLearntFile = join(ROOT, '.cache', 'learnt.bin')

export async function openHouse(options: HouseOptions): Promise<House> {
  const { dataDir, clock, logger, interpretLimitMs, learntFile, readAfter, onDurable } = options
  const { waitLimitMinutes = WAIT_LIMIT_MINUTES, contentRoot = ROOT } = options
  const [kb, queues] = await Promise.all([
    loadKnowledgeBase(contentRoot),
    loadQueues(queuesFile(contentRoot)),
  ])
  const inMemory = dataDir === ':memory:'
  const storage = openSqlite({
    path: inMemory ? dataDir : join(dataDir, 'front-door.db'),
    views: [...engineViews, deskView, feedbackView, pastView],
    outboxChannels: ['sms'],
    clock,
    ...(onDurable && { onDurable }),
  })
  const { registers, views, log } = storage
  const stopping = new AbortController()
  const model = openReader(kb, learntFile, {
    signal: stopping.signal,
    ...(readAfter && { after: readAfter }),
  })
  const accounts = deskAccounts({ registers, clock, ids: randomIds })
  const presence = deskPresence({ lost: (staffId) => void watchUntilKept(staffId) })

  /** Conversations of somebody who left the desk go back to the queue unless they return in time. */
  async function watchHeld(staffId: string | 'anybody'): Promise<void> {
    const at = new Date(Date.parse(clock.now()) + HOLDER_OFFLINE_MS).toISOString()
    for (const { doc } of await views.list(queueView)) {
      if (doc.state !== 'held' || (staffId !== 'anybody' && doc.holder !== staffId)) continue
      await log.record(doc.conversationId, { events: [], dues: [{ what: 'holder-offline', at }] })
    }
  }

  /** A disk that is full just now ends neither the process nor the watch over citizens whose helper has gone. */
  async function watchUntilKept(staffId: string): Promise<void> {
    const { signal } = stopping
    while (!signal.aborted) {
      try {
        return await watchHeld(staffId)
      } catch (error) {
        logger.error({ err: error }, 'held conversations could not be watched')
        await wait(WATCH_AGAIN_MS, undefined, { ref: false, signal }).catch(() => {})
      }
    }
  }

  await watchHeld('anybody')
  const calendar = calendarOfNow(queues, storage)
  const mask = createMask({ label: maskLabel(kb), publicNumbers: publicNumbers(kb) })
  const engine = await openEngine({
    ...storage,
    kb,
    clock,
    ids: randomIds,
    logger,
    presence,
    calendar,
    staffName: async (staffId) => (await accounts.get(staffId))?.name ?? '–',
    mask,
    interpret: surerOnceLearnt(createInterpret({ kb, model, clock }), model, LEARNING_PATIENCE_MS),
    interpretLimitMs,
    waitLimitMinutes,
  })
  return {
    storage,
    engine,
    kb,
    model,
    presence,
    calendar,
    writtenReason: (text, language) => hidePersonal(mask, text, 'reason', language),
    clock,
    async close() {
      stopping.abort()
      await engine.stop()
      await storage.close()
    },
  }
}

/** Another calendar only when the special days are others: what follows from one is kept with it. */
function calendarOfNow(queues: Calendar, { registers }: Storage): () => Promise<Calendar> {
  let known = ''
  let calendar = queues
  return async () => {
    const days = (await registers.list('special-days')).map(({ json }) => json)
    const read = days.join('\n')
    if (read !== known) {
      const specialDays = days.map((json) => SpecialDayEntry.parse(JSON.parse(json)))
      calendar = { ...queues, specialDays }
      known = read
    }
    return calendar
  }
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
