import { expect, test } from 'vitest'
import { accepted, delivered, heard, type Open, replied, usual } from './kit.ts'

export function eventLogContract(open: Open) {
  test('what was recorded is read back in order, after a version or all of it', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', { events: [heard('u1'), heard('u2')] })
    await storage.log.record('b', { events: [heard('u3')] })
    await storage.log.record('a', { events: [replied('r1')] })
    expect(await storage.log.read('a')).toEqual([
      { position: 1, conversationId: 'a', version: 1, event: heard('u1') },
      { position: 2, conversationId: 'a', version: 2, event: heard('u2') },
      { position: 4, conversationId: 'a', version: 3, event: replied('r1') },
    ])
    expect((await storage.log.read('a', 2)).map(({ version }) => version)).toEqual([3])
    expect(await storage.log.read('nobody')).toEqual([])
  })

  test('a message received twice is recorded once, even at the same moment or in another conversation', async () => {
    await using storage = await open(usual)
    const change = {
      events: [heard('u1')],
      personal: [{ of: 'u1', field: 'text', value: 'hej' }],
      receivedAs: 'gatewayapi:1',
    } as const
    const both = [storage.log.record('a', change), storage.log.record('a', change)]
    expect(await Promise.all(both)).toEqual(['recorded', 'repeated'])
    expect(await storage.log.record('b', change)).toBe('repeated')
    expect(await storage.log.after(0, 10)).toHaveLength(1)
    expect(await storage.personal.all('b')).toEqual([])
  })

  test('a decision is refused when something that it must not overlook came after its version', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', { events: [heard('u1')] })
    await storage.log.record('a', { events: [heard('u2')] })
    const decision = {
      events: [replied('r1')],
      personal: [{ of: 'r1', field: 'text', value: 'svar' }],
      dues: [{ what: 'idle-close', at: '2026-06-06T00:00:00Z' }],
    } as const
    expect(await storage.log.append('a', 1, decision)).toBe('overtaken')
    expect(await storage.log.read('a')).toHaveLength(2)
    expect(await storage.personal.all('a')).toEqual([])
    expect(await storage.dues.next()).toBeUndefined()
    expect(await storage.log.append('a', 2, decision)).toBe('recorded')
  })

  test('a decision is refused when a register that it rests on has changed, even in the same commit', async () => {
    await using storage = await open(usual)
    const { log, registers } = storage
    await log.record('a', { events: [heard('u1')] })
    const entry = { by: 'lead', at: '2026-06-06T00:00:00Z', why: 'wrong price' }
    const onlyWhile = (...keys: string[]) => ({ register: 'switches', keys })
    const decision = (id: string, ...keys: string[]) => ({
      events: [replied(id)],
      onlyWhile: onlyWhile(...keys),
    })
    const switching = registers.set('switches', 'passport', '{}', entry)
    expect(await log.append('a', 1, decision('r1'))).toBe('overtaken')
    await switching
    expect(await log.append('a', 1, decision('r1', 'moving'))).toBe('overtaken')
    expect(await log.append('a', 1, decision('r1', 'passport'))).toBe('recorded')
    await registers.set('switches', 'passport', null, entry)
    expect(await log.append('a', 2, decision('r2', 'passport'))).toBe('overtaken')
    expect(await log.append('a', 2, decision('r2'))).toBe('recorded')
  })

  test('a decision may overlook a delivery report, and what it is told that it may', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', { events: [heard('u1')] })
    await storage.log.record('a', { events: [delivered] })
    expect(await storage.log.append('a', 1, { events: [replied('r1')] })).toBe('recorded')
    await storage.log.record('a', { events: [heard('u2')] })
    const staffOnly = ['handoff-accepted'] as const
    expect(await storage.log.append('a', 3, { events: [replied('r2')] }, staffOnly)).toBe(
      'recorded',
    )
    await storage.log.record('a', { events: [accepted] })
    expect(await storage.log.append('a', 5, { events: [replied('r3')] }, staffOnly)).toBe(
      'overtaken',
    )
  })

  test('of two decisions on one version at the same moment, one wins', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', { events: [heard('u1')] })
    const claims = ['x', 'y', 'z'].map((staffId) =>
      storage.log.append('a', 1, { events: [{ ...accepted, staffId } as typeof accepted] }),
    )
    expect(await Promise.all(claims)).toEqual(['recorded', 'overtaken', 'overtaken'])
  })

  test('a decision sent again with the same key is not written again, and not refused', async () => {
    await using storage = await open(usual)
    const change = { events: [replied('r1')], receivedAs: 'browser:1' }
    expect(await storage.log.append('a', 0, change)).toBe('recorded')
    expect(await storage.log.append('a', 0, change)).toBe('recorded')
    expect(await storage.log.read('a')).toHaveLength(1)
  })
}
