import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { openSqlite } from '#storage/open-sqlite.ts'
import { startDueTicker } from './due-ticker.ts'
import type { Due } from './ports.ts'

const START = Date.parse('2026-06-09T08:00:00.000Z')

async function ticking(meet: (due: Due) => Promise<void>) {
  let ms = START
  const clock = { now: () => new Date(ms).toISOString() }
  const storage = openSqlite({ path: ':memory:', views: [], outboxChannels: [], clock })
  const { dues, log } = storage
  const ticker = startDueTicker({ dues, log, clock, logger: pino({ level: 'silent' }), meet })
  return {
    ticker,
    dues,
    forward(by: number) {
      ms += by
      ticker.wake()
    },
    async plan(conversationId: string, afterMs: number, what: Due['what'] = 'retention') {
      const at = new Date(START + afterMs).toISOString()
      await log.record(conversationId, {
        events: [{ type: 'text-erased', at }],
        dues: [{ what, at }],
      })
    },
    async [Symbol.asyncDispose]() {
      await ticker.stop()
      await storage.close()
    },
  }
}

async function until(isSo: () => boolean) {
  for (let i = 0; i < 600 && !isSo(); i += 1) await new Promise((next) => setTimeout(next, 5))
  expect(isSo()).toBe(true)
}

describe('a due time', () => {
  it('is met when its time has come, and once', async () => {
    const met: string[] = []
    await using time = await ticking(async ({ conversationId }) => void met.push(conversationId))
    await time.plan('soon', 1_000)
    await time.plan('later', 60_000)
    expect(met).toEqual([])
    time.forward(1_000)
    await until(() => met.length === 1)
    expect(met).toEqual(['soon'])
    time.forward(60_000)
    await until(() => met.length === 2)
    expect(await time.dues.next()).toBeUndefined()
  })

  it('that could not be met is met a second later', async () => {
    let tries = 0
    await using time = await ticking(async () => {
      tries += 1
      if (tries === 1) throw new Error('disk')
    })
    await time.plan('a', 0)
    await until(() => tries === 1)
    await new Promise((next) => setTimeout(next, 300))
    expect(tries).toBe(1)
    await until(() => tries === 2)
  })

  it('does not wait behind any number of those that fail', async () => {
    const met: string[] = []
    await using time = await ticking(async ({ conversationId }) => {
      if (conversationId.startsWith('broken')) throw new Error('broken')
      met.push(conversationId)
    })
    await Promise.all(Array.from({ length: 150 }, (_, i) => time.plan(`broken-${i}`, 0)))
    await time.plan('sound', 10)
    time.forward(10)
    await until(() => met.includes('sound'))
  })

  it('of one conversation is met alone', async () => {
    let inside = 0
    let most = 0
    await using time = await ticking(async () => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((next) => setTimeout(next, 20))
      inside -= 1
    })
    await time.plan('a', 0, 'idle-close')
    await time.plan('a', 0, 'retention')
    await until(() => most > 0 && inside === 0)
    await new Promise((next) => setTimeout(next, 60))
    expect(most).toBe(1)
  })

  it('is met though the clock was put back before its time came', async () => {
    const met: string[] = []
    await using time = await ticking(async ({ conversationId }) => void met.push(conversationId))
    await time.plan('waits', 4_000, 'take-turn')
    await time.plan('closes', 60_000, 'idle-close')
    time.forward(-3_600_000)
    await until(() => met.length > 0)
    expect(met).toEqual(['waits', 'waits'])
  })

  it('is met though the clock was put back while nothing ran', async () => {
    let ms = START
    const clock = { now: () => new Date(ms).toISOString() }
    await using storage = openSqlite({ path: ':memory:', views: [], outboxChannels: [], clock })
    const at = new Date(START + 4_000).toISOString()
    await storage.log.record('waits', { events: [], dues: [{ what: 'take-turn', at }] })
    ms -= 3_600_000
    const met: string[] = []
    const logger = pino({ level: 'silent' })
    const meet = async ({ conversationId }: Due) => void met.push(conversationId)
    const ticker = startDueTicker({ dues: storage.dues, log: storage.log, clock, logger, meet })
    await until(() => met.length > 0)
    await ticker.stop()
  })
})
