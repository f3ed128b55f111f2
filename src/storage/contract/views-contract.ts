import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closed, delivered, heard, type Open, replied, talkView, usual } from './kit.ts'

export function viewsContract(open: Open) {
  const viewed = { ...usual, views: [talkView] }

  test('a view changes together with the events, and one event builds on the other', async () => {
    await using storage = await open(viewed)
    await storage.log.record('b', { events: [heard('u1')] })
    await Promise.all([
      storage.log.record('a', { events: [heard('u1'), heard('u2')] }),
      storage.log.record('a', { events: [replied('r1')] }),
    ])
    expect(await storage.views.get(talkView, 'a')).toEqual({ heard: 2, replied: 1 })
    expect(await storage.views.get(talkView, 'c')).toBeUndefined()
    expect(await storage.views.list(talkView)).toEqual([
      { key: 'a', doc: { heard: 2, replied: 1 } },
      { key: 'b', doc: { heard: 1, replied: 0 } },
    ])
    await storage.log.record('a', { events: [closed] })
    expect(await storage.views.get(talkView, 'a')).toBeUndefined()
  })

  test('a page of a view begins below a key, the greatest first, and ends at its lower bound', async () => {
    await using storage = await open(viewed)
    for (const id of ['a', 'b', 'c', 'd', 'e'])
      await storage.log.record(id, { events: [heard('u1')] })
    const keys = async (from: string, before: string, limit: number) =>
      (await storage.views.last(talkView, { from, before }, limit)).map(({ key }) => key)
    expect(await keys('', 'z', 2)).toEqual(['e', 'd'])
    expect(await keys('', 'd', 2)).toEqual(['c', 'b'])
    expect(await keys('b', 'd', 9)).toEqual(['c', 'b'])
    expect(await keys('f', 'z', 9)).toEqual([])
  })

  test('a change that is refused leaves no trace in a view', async () => {
    await using storage = await open(viewed)
    await storage.log.record('a', { events: [heard('u1')] })
    await storage.log.append('a', 0, { events: [replied('r1')] })
    const broken = { events: [heard('u2')], dues: [{ what: 'take-turn', at: '?' }] } as const
    await expect(storage.log.record('a', broken)).rejects.toThrow()
    expect(await storage.views.get(talkView, 'a')).toEqual({ heard: 1, replied: 0 })
  })

  test('a view that is not kept cannot be read', async () => {
    await using storage = await open(usual)
    await expect(storage.views.list(talkView)).rejects.toMatchObject({ code: 'internal-error' })
  })

  test('every view may be dropped, and comes back the same', async () => {
    const event = fc.constantFrom(heard('u'), delivered, closed)
    const change = fc.record({ id: fc.constantFrom('a', 'b', 'c'), events: fc.array(event) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 30 }), async (changes) => {
        await using storage = await open(viewed)
        await Promise.all(changes.map(({ id, events }) => storage.log.record(id, { events })))
        const before = await storage.views.list(talkView)
        expect(before).toEqual(byHand(changes))
        await storage.views.rebuild()
        expect(await storage.views.list(talkView)).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })
}

/** What the view must hold after these changes. */
function byHand(changes: readonly { id: string; events: readonly { type: string }[] }[]) {
  const counts = new Map<string, number>()
  for (const { id, events } of changes) {
    for (const { type } of events) {
      if (type === 'utterance-received') counts.set(id, (counts.get(id) ?? 0) + 1)
      if (type === 'conversation-closed') counts.delete(id)
    }
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, heard]) => ({ key, doc: { heard, replied: 0 } }))
}
