import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { giveFirst } from '#commands/demo/give-first.ts'
import { type Seeded, seedDemo } from '#commands/demo/seed-demo.ts'
import type { DeskItem } from '#handoff/desk-item.ts'
import { deskView } from '#handoff/desk-view.ts'
import type { House } from '#house'
import { sharedLearntFile } from '#house'
import { createLogger } from '#platform/logger.ts'
import { settableClock } from '#tests/kit/settable-clock.ts'
import { openTestHouse } from '#tests/kit/start-talk.ts'

const at = '2026-06-09T08:30:00.000Z'
let dataDir: string
let seeded: Seeded
let house: House
const items = new Map<string, DeskItem>()
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'front-door-demo-'))
  const logger = createLogger('silent')
  seeded = await seedDemo({ dataDir, at, waiting: 3, logger, learntFile: sharedLearntFile })
  house = await openTestHouse(settableClock(at), dataDir)
  await giveFirst(house, 'you')
  for (const [name, id] of seeded) {
    const item = await house.storage.views.get(deskView, id)
    if (item) items.set(name, item)
  }
})
afterAll(async () => {
  await house.close()
  await rm(dataDir, { recursive: true, force: true })
})

it('has twenty conversations, one of each state', () => {
  expect(seeded.size).toBe(20)
  const states = Object.fromEntries(
    [...items].map(([name, { state, disposition, overdue, alarm, callback, erased }]) => [
      name,
      [
        state,
        ...(disposition ? [disposition] : []),
        ...(overdue ? ['overdue'] : []),
        ...(alarm ? ['alarm'] : []),
        ...(callback ? [callback.state] : []),
        ...(erased ? ['erased'] : []),
      ].join(' '),
    ]),
  )
  expect(states).toEqual({
    'callback-reached': 'closed callback-reached reached',
    'callback-not-reached': 'closed callback-not-reached not-reached',
    'callback-overdue': 'bot open',
    'callback-tried': 'closed answered tried',
    solved: 'closed solved-by-staff',
    abandoned: 'closed abandoned',
    'connection-lost': 'closed connection-lost',
    'ended-for-abuse': 'closed ended-for-abuse',
    erased: 'closed erased erased',
    'bot-only': 'closed answered',
    'bot-only-unhappy': 'closed answered',
    'callback-open': 'closed answered open',
    'held-by-colleague': 'held',
    overdue: 'waiting overdue',
    crisis: 'waiting alarm',
    'waiting-sms': 'waiting',
    'waiting-english': 'waiting',
    waiting: 'waiting',
    'bot-now': 'bot',
    'held-by-you': 'held',
  })
  expect(items.get('held-by-you')?.holder).toBe('you')
  expect((items.get('callback-overdue')?.callback?.slot.to ?? '9') < at).toBe(true)
  expect((items.get('callback-open')?.callback?.slot.to ?? '') > at).toBe(true)
})

it('has both languages and channels, feedback, and as many more in the queue as were asked for', async () => {
  const all = await house.storage.views.list(deskView)
  expect(all).toHaveLength(23)
  expect(new Set(all.map(({ doc }) => `${doc.channel} ${doc.language}`)).size).toBe(4)
  expect(await house.storage.outbox.counts()).toEqual({ waiting: 0, inDoubt: 0, dead: 0 })
})
