import { expect, test } from 'vitest'
import { after, noticed, type Open, replied, staffWrote, usual } from './kit.ts'

export function outboxContract(open: Open) {
  test('replies, notices and staff messages wait on channels without a connection, and only there', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', { events: [replied('r1'), replied('r2', 'web-chat')] })
    await storage.log.append('b', 0, { events: [noticed('n1')] })
    await storage.log.append('c', 0, { events: [staffWrote('s1')] })
    expect(await storage.outbox.lease('sms', after(0), after(30), 10)).toEqual([
      { id: 'r1', conversationId: 'a', attempts: 0, inDoubt: false },
      { id: 'n1', conversationId: 'b', attempts: 0, inDoubt: false },
      { id: 's1', conversationId: 'c', attempts: 0, inDoubt: false },
    ])
    expect(await storage.outbox.lease('bot-framework', after(0), after(30), 10)).toEqual([])
  })

  test('what is leased is nobody else’s until the lease ends', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', { events: [replied('r1')] })
    await storage.log.record('b', { events: [replied('r2')] })
    const leases = await Promise.all([
      storage.outbox.lease('sms', after(0), after(30), 1),
      storage.outbox.lease('sms', after(0), after(30), 9),
      storage.outbox.lease('sms', after(29), after(60), 9),
    ])
    expect(leases.map((lease) => lease.map(({ id }) => id))).toEqual([['r1'], ['r2'], []])
    expect(await storage.outbox.lease('sms', after(30), after(60), 9)).toMatchObject([
      { id: 'r1', inDoubt: false, attempts: 0 },
      { id: 'r2', inDoubt: false, attempts: 0 },
    ])
  })

  test('messages of one conversation leave in order: the later waits until the earlier is sent or dead', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', { events: [replied('r1'), replied('r2'), replied('r3')] })
    const lease = async (at: number) =>
      (await storage.outbox.lease('sms', after(at), after(at + 5), 9)).map(({ id }) => id)
    expect(await lease(0)).toEqual(['r1'])
    await storage.outbox.settle('r1', { state: 'retry', at: after(60), reason: '503' })
    expect(await lease(10)).toEqual([])
    expect(await lease(60)).toEqual(['r1'])
    await storage.outbox.settle('r1', { state: 'sent', providerRef: 'p1' })
    expect(await lease(61)).toEqual(['r2'])
    await storage.outbox.settle('r2', { state: 'dead', reason: 'too many tries' })
    expect(await lease(62)).toEqual(['r3'])
  })

  test('an attempt whose answer was never seen comes back in doubt', async () => {
    await using storage = await open({ ...usual, clock: { now: () => after(31) } })
    await storage.log.record('a', { events: [replied('r1')] })
    await storage.outbox.lease('sms', after(0), after(30), 9)
    await storage.outbox.settle('r1', { state: 'sending' })
    expect(await storage.outbox.lease('sms', after(29), after(60), 9)).toEqual([])
    expect(await storage.outbox.counts()).toEqual({ waiting: 0, inDoubt: 1, dead: 0 })
    expect(await storage.outbox.lease('sms', after(30), after(60), 9)).toEqual([
      { id: 'r1', conversationId: 'a', attempts: 1, inDoubt: true },
    ])
    await storage.outbox.settle('r1', { state: 'in-doubt', at: after(90) })
    expect(await storage.outbox.lease('sms', after(89), after(99), 9)).toEqual([])
    expect(await storage.outbox.lease('sms', after(90), after(99), 9)).toEqual([
      { id: 'r1', conversationId: 'a', attempts: 2, inDoubt: true },
    ])
  })

  test('a retry counts its attempts, comes when it is due and is not in doubt', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', { events: [replied('r1')] })
    await storage.outbox.lease('sms', after(0), after(30), 9)
    await storage.outbox.settle('r1', { state: 'sending' })
    await storage.outbox.settle('r1', { state: 'retry', at: after(5), reason: '429' })
    expect(await storage.outbox.lease('sms', after(4), after(30), 9)).toEqual([])
    expect(await storage.outbox.lease('sms', after(5), after(30), 9)).toEqual([
      { id: 'r1', conversationId: 'a', attempts: 1, inDoubt: false },
    ])
  })

  test('what is sent stays sent, whatever a slower sender says', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', { events: [replied('r1')] })
    await storage.outbox.settle('r1', { state: 'sent', providerRef: 'p1' })
    await storage.outbox.settle('r1', { state: 'retry', at: after(0), reason: 'late' })
    await storage.outbox.settle('r1', { state: 'dead', reason: 'late' })
    await storage.outbox.settle('unknown', { state: 'sending' })
    expect(await storage.outbox.counts()).toEqual({ waiting: 0, inDoubt: 0, dead: 0 })
  })
}
