import { setTimeout as wait } from 'node:timers/promises'
import { deskAccounts } from '#desk/accounts.ts'
import { type House, openHouse } from '#house'
import { newToken, randomIds } from '#platform/ids.ts'
import type { Logger } from '#platform/logger.ts'
import { demoInstant, demoStart } from './demo-days.ts'
import { type DemoHouse, playStep, startTalk } from './play-step.ts'
import { playTalks } from './play-talks.ts'
import { readTalks } from './read-talks.ts'

export const COLLEAGUES = ['Sara', 'Mads'] as const
const SETTLE_LIMIT_MS = 20_000

/** Conversation ids by the name of the talk. */
export type Seeded = ReadonlyMap<string, string>

/**
 * Fills an empty data folder with conversations in every state. All of them are played through the engine, on a clock
 * of their own that ends at `at`; `waiting` more than the usual ones stand in the queue.
 */
export async function seedDemo(input: {
  dataDir: string
  at: string
  waiting: number
  logger: Logger
  learntFile: string
}): Promise<Seeded> {
  const { dataDir, at, logger, learntFile, waiting } = input
  let nowMs = Date.parse(at)
  const clock = { now: () => new Date(nowMs).toISOString() }
  const house = await openHouse({ dataDir, clock, logger, interpretLimitMs: 10_000, learntFile })
  try {
    await house.model.trained
    const calendar = await house.calendar()
    const start = demoStart(calendar, at)
    const talks = readTalks()
      .map((talk) => ({ talk, begins: demoInstant(calendar, start, talk.day, talk.time) }))
      .toSorted((a, b) => a.begins.localeCompare(b.begins))
    const moveTo = async (instant: string) => {
      // One due time after the other: what each brings about happens when it would have.
      for (;;) {
        const next = await house.storage.dues.next()
        if (next === undefined || next > instant) break
        nowMs = Math.max(nowMs, Date.parse(next))
        house.engine.clockMoved()
        await nothingIsDue(house)
      }
      nowMs = Math.max(nowMs, Date.parse(instant))
    }
    nowMs = Date.parse(talks[0]?.begins ?? start)
    const ids = await colleagues(house)
    const demo: DemoHouse = {
      house,
      moveTo,
      staffId: (name) => ids.get(name) ?? name,
    }
    for (const id of ids.values()) house.presence.enter(id)
    const seeded = await playTalks(demo, talks, (talk) =>
      talk.keeps ? addWaiting(demo, waiting) : Promise.resolve(),
    )
    await moveTo(at)
    return seeded
  } finally {
    await house.close()
  }
}

async function colleagues({ storage, clock }: House): Promise<ReadonlyMap<string, string>> {
  const accounts = deskAccounts({ registers: storage.registers, clock, ids: randomIds })
  const made = new Map<string, string>()
  for (const name of COLLEAGUES) {
    // Nobody signs in as them: the password is told to nobody.
    const account = await accounts.create(
      { name, password: newToken(), by: 'demo' },
      async () => 'staff',
    )
    if (typeof account !== 'string') made.set(name, account.id)
  }
  return made
}

async function addWaiting(demo: DemoHouse, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const place = await startTalk(demo, { channel: 'web-chat', language: 'da' }, '')
    await playStep(demo, place, { says: 'menneske' })
  }
}

async function nothingIsDue({ storage, clock }: House): Promise<void> {
  const startedMs = performance.now()
  while ((await storage.dues.ripe(clock.now(), 1)).length > 0) {
    if (performance.now() - startedMs > SETTLE_LIMIT_MS)
      throw new Error('demo: what is due is not met')
    await wait(5)
  }
}
