import { expect, it } from 'vitest'
import { MONDAY_MORNING } from '#tests/kit/settable-clock.ts'
import { openSharedHouse, startTalk, type Talk } from '#tests/kit/start-talk.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const LISTEN_MS = 1_000
const PATIENCE = { timeout: 20_000, interval: 50 }

it('the clock jumps forward a day: everything due comes once, nothing is lost, and the house is quiet', async () => {
  const shared = await openSharedHouse()
  const { house, clock } = shared
  try {
    const web = await startTalk({ shared })
    await web.says('Hvordan får jeg et nyt pas?')
    const texter = await startTalk({ shared, channel: 'sms' })
    await texter.receives('Hvornår henter I storskrald?')
    clock.forward(DAY_MS)
    house.engine.clockMoved()
    await expect.poll(() => timesOf(texter, 'reply-chosen'), PATIENCE).toBe(1)
    await expect.poll(() => timesOf(web, 'notice-sent'), PATIENCE).toBe(1)
    expect(await busyShare()).toBeLessThan(0.5)
    // The warning gives five minutes before the conversation ends.
    clock.forward(HOUR_MS)
    house.engine.clockMoved()
    await expect.poll(() => timesOf(web, 'conversation-closed'), PATIENCE).toBe(1)
    expect(await timesOf(web, 'notice-sent')).toBe(1)
    expect(await timesOf(texter, 'reply-chosen')).toBe(1)
    expect(await timesOf(texter, 'utterance-received')).toBe(1)
  } finally {
    await house.close()
  }
})

it('the clock is put back an hour: who waits for an answer gets it at once, once, and the house is quiet', async () => {
  const shared = await openSharedHouse()
  const { house, clock } = shared
  try {
    const texter = await startTalk({ shared, channel: 'sms' })
    const web = await startTalk({ shared })
    await texter.receives('Hvornår henter I storskrald?')
    clock.forward(-HOUR_MS)
    expect(await web.says('Hvordan får jeg et nyt pas?')).not.toBe('(silence)')
    await expect.poll(() => timesOf(texter, 'reply-chosen'), PATIENCE).toBe(1)
    expect(await busyShare()).toBeLessThan(0.5)
    clock.set(MONDAY_MORNING)
    house.engine.clockMoved()
    await texter.says('Hvordan sorterer jeg mit affald?')
    expect(await timesOf(texter, 'reply-chosen')).toBe(2)
    expect(await timesOf(web, 'reply-chosen')).toBe(1)
  } finally {
    await house.close()
  }
})

async function timesOf(talk: Talk, type: Parameters<Talk['lastEvent']>[0]): Promise<number> {
  return (await talk.events()).filter((event) => event.type === type).length
}

/** How much of a processor this process takes while nothing should happen; others at work do not count. */
async function busyShare(): Promise<number> {
  const before = process.cpuUsage()
  await new Promise((done) => setTimeout(done, LISTEN_MS))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000 / LISTEN_MS
}
