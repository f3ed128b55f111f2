import { expect, test } from 'vitest'
import { heard, type Open, usual } from './kit.ts'

export function personalStoreContract(open: Open) {
  const said = (of: string, value: string) => ({
    events: [heard(of)],
    personal: [{ of, field: 'text', value }] as const,
  })

  test('texts are found by the id of what was said, and a second value replaces the first', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', said('u1', 'hej'))
    await storage.log.record('a', said('u2', 'æøå 🚲'))
    await storage.log.record('a', {
      events: [],
      personal: [{ of: 'address', field: 'phone', value: '+4520000123' }],
    })
    await storage.log.record('a', said('u1', 'davs'))
    expect(await storage.personal.get('a', 'u1', 'text')).toBe('davs')
    expect(await storage.personal.get('a', 'u1', 'phone')).toBeUndefined()
    expect(await storage.personal.get('b', 'u1', 'text')).toBeUndefined()
    expect(await storage.personal.all('a')).toHaveLength(3)
    expect(await storage.personal.all('a')).toContainEqual({
      of: 'u2',
      field: 'text',
      value: 'æøå 🚲',
    })
  })

  test('erasing takes every value of one conversation and leaves its events', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', said('u1', 'hej'))
    await storage.log.record('b', said('u2', 'davs'))
    await storage.personal.erase('a')
    await storage.personal.erase('a')
    expect(await storage.personal.all('a')).toEqual([])
    expect(await storage.personal.all('b')).toHaveLength(1)
    expect(await storage.log.read('a')).toHaveLength(1)
  })

  test('a text that crosses with the erasure is not kept either; that something was said is', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', said('u1', 'hej'))
    const erasing = storage.personal.erase('a')
    await storage.log.record('a', said('u2', 'and another thing'))
    await erasing
    expect(await storage.personal.all('a')).toEqual([])
    expect(await storage.log.read('a')).toHaveLength(2)
  })
}
