import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Understanding } from '#conversation/findings.ts'
import { startEngine } from '#dialogue/testing/start-engine.ts'
import { openSharedHouse, type SharedHouse, startTalk, type Talk } from '#tests/kit/start-talk.ts'

const channels = ['web-chat', 'sms'] as const
const MINUTE_MS = 60_000
/** Monday, two minutes before the desk closes. */
const SOON_CLOSED = '2026-06-08T13:58:00.000Z'

describe.each(channels)('I12 the line is never silent on %s', (channel) => {
  it('when understanding never answers', async () => {
    await using stage = await startEngine({ interpretLimitMs: 100 })
    const never = Promise.withResolvers<Understanding>()
    stage.understands(() => never.promise)
    const id = await stage.start(channel)
    await stage.says(id, 'hvad koster et pas?')
    stage.forward(5_000)
    try {
      await expect.poll(() => stage.said(id), { timeout: 3_000 }).toContain('fallback.timeout')
    } finally {
      never.resolve({ kind: 'unknown' })
    }
  })
})

describe('I12 the line is never silent', () => {
  let shared: SharedHouse
  beforeAll(async () => {
    shared = await openSharedHouse()
  })
  afterAll(() => shared.house.close())

  /** That the holder has left is noted a moment after they did. */
  async function isWatched({ conversationId, clock }: Talk): Promise<boolean> {
    const soon = new Date(Date.parse(clock.now()) + 4 * MINUTE_MS).toISOString()
    const ripe = await shared.house.storage.dues.ripe(soon, 1_000)
    return ripe.some(
      (due) => due.conversationId === conversationId && due.what === 'holder-offline',
    )
  }

  async function queued(channel: 'web-chat' | 'sms', at?: string) {
    const leave = shared.house.presence.enter('mette')
    const talk = await startTalk({ shared, channel, ...(at === undefined ? {} : { at }) })
    await talk.says('jeg vil tale med et menneske')
    const told = async () =>
      (await talk.events()).flatMap((event) =>
        event.type === 'notice-sent'
          ? event.notice.says.map((s) => ('reply' in s ? s.reply : ''))
          : [],
      )
    return { talk, leave, told }
  }

  it.each(channels)(
    'when nobody picks up on %s: told after five open minutes, a callback on offer',
    async (channel) => {
      const { talk, told, leave } = await queued(channel)
      await talk.passes(4 * MINUTE_MS)
      expect(await told()).toEqual([])
      await talk.passes(MINUTE_MS)
      expect(await told()).toEqual(['overdue'])
      expect((await talk.events()).map(({ type }) => type)).toContain('handoff-overdue')
      await talk.says('ja')
      expect((await talk.lastEvent('reply-chosen'))?.reply.asks.for).toBe('callback-number')
      leave()
    },
  )

  it.each(channels)('when the desk closes on somebody who waits on %s', async (channel) => {
    const { talk, told, leave } = await queued(channel, SOON_CLOSED)
    await talk.passes(2 * MINUTE_MS)
    expect(await told()).toEqual(['closing'])
    leave()
  })

  it.each(channels)('when the desk closes hours later, and opens again, on %s', async (channel) => {
    const { talk, told, leave } = await queued(channel)
    const steps = (hours: number) => Array.from({ length: hours * 12 })
    for (const _ of steps(8)) await talk.passes(5 * MINUTE_MS)
    expect(await told()).toEqual(['overdue', 'closing'])
    for (const _ of steps(18)) await talk.passes(5 * MINUTE_MS)
    expect((await told())[2]).toBe('queued-again')
    leave()
  })

  it.each(channels)('when the holder is gone for three minutes on %s', async (channel) => {
    const { talk, told, leave } = await queued(channel)
    await shared.house.engine.staffActs.claim(talk.conversationId, 'mette')
    leave()
    await expect.poll(() => isWatched(talk)).toBe(true)
    await talk.passes(2 * MINUTE_MS)
    expect(await told()).toEqual([])
    await talk.passes(MINUTE_MS + 1_000)
    expect(await told()).toEqual(['holder-lost'])
    expect(await talk.lastEvent('holder-lost')).toMatchObject({ staffId: 'mette' })
    // The wait that begins anew has a limit of its own.
    await talk.passes(5 * MINUTE_MS)
    expect(await told()).toEqual(['holder-lost', 'overdue'])
  })

  it.each(channels)('when staff let go and the citizen waits once more on %s', async (channel) => {
    const { talk, told, leave } = await queued(channel)
    const { staffActs } = shared.house.engine
    await staffActs.claim(talk.conversationId, 'mette')
    await staffActs.returnToBot(talk.conversationId, 'mette')
    await talk.says('jeg vil tale med et menneske')
    await talk.passes(6 * MINUTE_MS)
    expect((await told()).at(-1)).toBe('overdue')
    leave()
  })

  it.each(channels)(
    'when the hours are changed under somebody who waits on %s',
    async (channel) => {
      const { talk, told, leave } = await queued(channel)
      const entry = { date: '2026-06-08', queue: 'all', hours: ['09:03-14:00'], note: 'møde' }
      const why = { by: 'lead', at: talk.clock.now(), why: 'møde' }
      const { registers } = shared.house.storage
      await registers.set('special-days', 'today', JSON.stringify(entry), why)
      try {
        // Five minutes have passed, but only two of them were open.
        await talk.passes(5 * MINUTE_MS)
        expect(await told()).toEqual([])
        await talk.passes(4 * MINUTE_MS)
        expect(await told()).toEqual(['overdue'])
      } finally {
        await registers.set('special-days', 'today', null, why)
        leave()
      }
    },
  )

  it('when the citizen has left the page: warned, then closed', async () => {
    const talk = await startTalk({ shared })
    await talk.says('hej')
    await talk.passes(25 * MINUTE_MS)
    expect((await talk.lastEvent('notice-sent'))?.notice.says[0]).toMatchObject({
      reply: 'idle-warning',
    })
    await talk.passes(5 * MINUTE_MS)
    expect(await talk.lastEvent('conversation-closed')).toMatchObject({ by: 'time' })
  })

  it('when the promised time to write back has passed', async () => {
    const talk = await startTalk({ shared, channel: 'sms', at: '2026-06-05T20:00:00.000Z' })
    await talk.says('MENNESKE')
    await talk.says('SKRIV')
    const promise = (await talk.lastEvent('callback-promised'))?.callback
    expect(promise?.means).toBe('here')
    await talk.passes(Date.parse(promise?.slot.to ?? '') - Date.parse(talk.clock.now()))
    expect(await talk.lastEvent('handoff-overdue')).toBeDefined()
  })
})
