import { expect, test } from 'vitest'
import { after, heard, type Open, usual } from './kit.ts'

export function dueTimesContract(open: Open) {
  test('what is ripe comes earliest first, however the instant is spelled', async () => {
    await using storage = await open(usual)
    const dues = (what: 'take-turn' | 'idle-close', at: string) => ({
      events: [heard('u')],
      dues: [{ what, at }],
    })
    await storage.log.record('a', dues('idle-close', '2026-06-05T22:00:09.500Z'))
    await storage.log.record('b', dues('take-turn', '2026-06-05T22:00:09Z'))
    await storage.log.record('a', dues('take-turn', '2026-06-06T00:00:08+02:00'))
    await storage.log.record('c', dues('take-turn', after(10)))
    const names = (await storage.dues.ripe('2026-06-05T22:00:09.500Z', 10)).map(
      ({ conversationId, what }) => `${conversationId} ${what}`,
    )
    expect(names).toEqual(['a take-turn', 'b take-turn', 'a idle-close'])
    expect(await storage.dues.ripe(after(100), 1)).toHaveLength(1)
    expect(await storage.dues.next()).toBe('2026-06-06T00:00:08+02:00')
  })

  test('there is one of each name: a new time replaces the old, null takes it away', async () => {
    await using storage = await open(usual)
    const setTo = (at: string | null) =>
      storage.log.record('a', { events: [], dues: [{ what: 'idle-close', at }] })
    await setTo(after(1))
    await setTo(after(2))
    expect(await storage.dues.ripe(after(9), 10)).toEqual([
      { conversationId: 'a', what: 'idle-close', at: after(2) },
    ])
    await setTo(null)
    expect(await storage.dues.next()).toBeUndefined()
  })

  test('settling leaves a time that was set anew', async () => {
    await using storage = await open(usual)
    const due = { what: 'take-turn', at: after(1) } as const
    await storage.log.record('a', { events: [], dues: [due] })
    await storage.log.record('a', { events: [], dues: [{ what: 'take-turn', at: after(2) }] })
    await storage.dues.settle({ conversationId: 'a', ...due })
    expect(await storage.dues.next()).toBe(after(2))
    await storage.dues.settle({ conversationId: 'a', what: 'take-turn', at: after(2) })
    expect(await storage.dues.next()).toBeUndefined()
  })

  test('what is due later than a time is brought forward, of one name and no other', async () => {
    await using storage = await open(usual)
    const dues = [
      { what: 'take-turn', at: after(3_600) },
      { what: 'idle-close', at: after(7_200) },
    ] as const
    await storage.log.record('a', { events: [], dues })
    await storage.log.record('b', { events: [], dues: [{ what: 'take-turn', at: after(4) }] })
    await storage.dues.bringForward('take-turn', after(90), after(1))
    expect(await storage.dues.ripe(after(10_000), 10)).toEqual([
      { conversationId: 'a', what: 'take-turn', at: after(1) },
      { conversationId: 'b', what: 'take-turn', at: after(4) },
      { conversationId: 'a', what: 'idle-close', at: after(7_200) },
    ])
  })
}
