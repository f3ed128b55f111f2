import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delivered, heard, type Open, positions, replied, usual } from './kit.ts'

export function logOrderContract(open: Open) {
  test('events of all conversations come in one order, page by page', async () => {
    await using storage = await open(usual)
    expect(await storage.log.newestPosition()).toBe(0)
    for (const id of ['a', 'b', 'c']) await storage.log.record(id, { events: [heard(id)] })
    const conversations = async (position: number, limit: number) =>
      (await storage.log.after(position, limit)).map(({ conversationId }) => conversationId)
    expect(await conversations(0, 2)).toEqual(['a', 'b'])
    expect(await conversations(2, 2)).toEqual(['c'])
    expect(await conversations(3, 2)).toEqual([])
    expect(await storage.log.newestPosition()).toBe(3)
  })

  test('a change that cannot be kept leaves nothing behind, and takes no other with it', async () => {
    await using storage = await open(usual)
    const broken = {
      events: [heard('u2')],
      personal: [{ of: 'u2', field: 'text', value: 'hej' }],
      dues: [{ what: 'take-turn', at: 'tomorrow' }],
      receivedAs: 'key',
    } as const
    const outcomes = await Promise.allSettled([
      storage.log.record('a', { events: [heard('u1')] }),
      storage.log.record('b', broken),
      storage.log.record('c', { events: [heard('u3')] }),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await positions(storage)).toEqual([1, 2])
    expect(await storage.personal.all('b')).toEqual([])
    expect(await storage.log.record('b', { ...broken, dues: [] })).toBe('recorded')
  })

  test('who listens hears the newest position after each commit, until they stop', async () => {
    await using storage = await open(usual)
    const newest: number[] = []
    const stop = storage.log.onCommit((position) => newest.push(position))
    await storage.log.record('a', { events: [heard('u1'), heard('u2')] })
    await storage.registers.set('r', 'k', '1', { by: 'mette', at: 'now', why: 'test' })
    await storage.log.record('a', { events: [heard('u3')] })
    stop()
    await storage.log.record('a', { events: [heard('u4')] })
    expect(newest).toEqual([2, 3])
  })

  test('whatever is written at once, positions have no gap and versions count each conversation', async () => {
    const event = fc.constantFrom(heard('u'), delivered)
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      events: fc.array(event, { maxLength: 3 }),
      decision: fc.boolean(),
      broken: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 5 }),
        async (ticks) => {
          await using storage = await open(usual)
          for (const changes of ticks) {
            await Promise.allSettled(
              changes.map(({ id, events, decision, broken }) => {
                const dues = [{ what: 'take-turn', at: broken ? '?' : null }] as const
                return decision
                  ? storage.log.append(id, 2, { events, dues })
                  : storage.log.record(id, { events, dues })
              }),
            )
          }
          const all = await storage.log.after(0, 10_000)
          expect(all.map(({ position }) => position)).toEqual(all.map((_, i) => i + 1))
          for (const id of ['a', 'b', 'c']) {
            const own = await storage.log.read(id)
            expect(own).toEqual(all.filter(({ conversationId }) => conversationId === id))
            expect(own.map(({ version }) => version)).toEqual(own.map((_, i) => i + 1))
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  test('many at once are all kept', async () => {
    await using storage = await open(usual)
    const writes = Array.from({ length: 500 }, (_, i) =>
      storage.log.record(`c${i % 50}`, { events: [replied(`r${i}`)] }),
    )
    await Promise.all(writes)
    expect(await positions(storage)).toHaveLength(500)
  })
}
