import { expect, test } from 'vitest'
import { after, erased, noticed, type Open, optedOut, replied, usual } from './kit.ts'

export function outboxStopContract(open: Open) {
  test('after a STOP nothing waiting is sent in this conversation but the confirmation', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', { events: [replied('r1'), replied('r2')] })
    await storage.log.record('b', { events: [replied('r3')] })
    await storage.outbox.settle('r1', { state: 'retry', at: after(5), reason: '503' })
    await storage.log.record('a', { events: [noticed('confirmed'), optedOut] })
    await storage.log.record('a', { events: [noticed('later')] })
    expect(await idsSent(storage)).toEqual(['r3', 'confirmed', 'later'])
    expect(await storage.outbox.counts()).toEqual({ waiting: 0, inDoubt: 0, dead: 2 })
  })

  test('a STOP during an attempt lets it end, but there is no second one', async () => {
    for (const fate of ['retry', 'in-doubt', 'crash', 'sent'] as const) {
      await using storage = await open(usual)
      await storage.log.record('a', { events: [replied('r1')] })
      await storage.outbox.lease('sms', after(0), after(30), 9)
      await storage.outbox.settle('r1', { state: 'sending' })
      await storage.log.record('a', { events: [optedOut] })
      if (fate === 'retry')
        await storage.outbox.settle('r1', { state: fate, at: after(1), reason: '' })
      if (fate === 'in-doubt') await storage.outbox.settle('r1', { state: fate, at: after(1) })
      if (fate === 'sent') await storage.outbox.settle('r1', { state: fate, providerRef: 'p1' })
      expect(await storage.outbox.lease('sms', after(60), after(90), 9)).toEqual([])
      expect((await storage.outbox.counts()).dead).toBe(fate === 'sent' ? 0 : 1)
    }
  })

  test('a message whose text is erased is not sent', async () => {
    await using storage = await open(usual)
    await storage.log.record('a', { events: [replied('r1')] })
    await storage.log.record('a', { events: [erased] })
    expect(await storage.outbox.lease('sms', after(0), after(30), 9)).toEqual([])
    expect((await storage.outbox.counts()).dead).toBe(1)
  })
}

/** Sends everything that there is to send. */
async function idsSent({ outbox }: Awaited<ReturnType<Open>>): Promise<readonly string[]> {
  const ids: string[] = []
  for (;;) {
    const leased = await outbox.lease('sms', after(60), after(90), 9)
    if (leased.length === 0) return ids
    for (const { id } of leased) {
      await outbox.settle(id, { state: 'sending' })
      await outbox.settle(id, { state: 'sent', providerRef: id })
      ids.push(id)
    }
  }
}
