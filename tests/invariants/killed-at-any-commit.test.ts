import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '#house'
import { MONDAY_MORNING, settableClock } from '#tests/kit/settable-clock.ts'
import { openTestHouse, startTalk } from '#tests/kit/start-talk.ts'

const folder = mkdtempSync(join(tmpdir(), 'front-door-'))
const MINUTE_MS = 60_000
const LEASE_MS = 20_000

/** What lay on the disk right after a commit: what a process finds that is started after a kill at that line. */
type Image = { path: string; at: string; isSent: boolean }

afterAll(() => rmSync(folder, { recursive: true }))

describe('I9 a process may be killed at any line', () => {
  const images: Image[] = []

  beforeAll(async () => {
    const clock = settableClock(MONDAY_MORNING)
    const living = join(folder, 'living')
    let isArmed = false
    let isSent = false
    const house = await openTestHouse(clock, living, () => {
      if (!isArmed) return
      const path = join(folder, `after-${images.length}`)
      cpSync(living, path, { recursive: true })
      images.push({ path, at: clock.now(), isSent })
    })
    const talk = await startTalk({ shared: { house, clock }, channel: 'sms' })
    isArmed = true
    await talk.says('Hvad koster et nyt pas?')
    const { outbox } = house.storage
    const [one] = await outbox.lease('sms', clock.now(), later(clock.now(), LEASE_MS), 10)
    if (!one) throw new Error('There is no answer to send.')
    await outbox.settle(one.id, { state: 'sending' })
    isSent = true
    await outbox.settle(one.id, { state: 'sent', providerRef: '7' })
    await house.close()
  })

  async function started<Result>(
    { path, at }: Image,
    look: (house: House, clock: ReturnType<typeof settableClock>) => Promise<Result>,
  ): Promise<Result> {
    const clock = settableClock(later(at, MINUTE_MS))
    const house = await openTestHouse(clock, path)
    try {
      return await look(house, clock)
    } finally {
      await house.close()
    }
  }

  it('from being heard to being sent: the answer is given once, and no text is given up', async () => {
    expect(images.length).toBeGreaterThan(3)
    for (const image of images) {
      const found = await started(image, async ({ storage }, clock) => {
        const types = async () => (await storage.log.after(0, 100)).map(({ event }) => event.type)
        await expect.poll(types, { timeout: 5_000 }).toContain('reply-chosen')
        const { outbox } = storage
        const leased = await outbox.lease('sms', clock.now(), later(clock.now(), LEASE_MS), 10)
        const replies = (await types()).filter((type) => type === 'reply-chosen').length
        return { replies, leased: leased.length, dead: (await outbox.counts()).dead }
      })
      expect(found).toEqual({ replies: 1, leased: image.isSent ? 0 : 1, dead: 0 })
    }
  })
})

describe('I9 a process that was killed', () => {
  it('still ends the wait of somebody who waits for a person', async () => {
    const clock = settableClock(MONDAY_MORNING)
    const path = join(folder, 'waiting')
    const house = await openTestHouse(clock, path)
    house.presence.enter('mette')
    const talk = await startTalk({ shared: { house, clock }, channel: 'sms' })
    await talk.says('jeg vil tale med et menneske')
    const copy = join(folder, 'waiting-killed')
    cpSync(path, copy, { recursive: true })
    await house.close()
    clock.forward(6 * MINUTE_MS)
    const again = await openTestHouse(clock, copy)
    try {
      const types = async () =>
        (await again.storage.log.after(0, 100)).map(({ event }) => event.type)
      await expect.poll(types, { timeout: 5_000 }).toContain('handoff-overdue')
    } finally {
      await again.close()
    }
  })
})

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString()
}
