import { describe, expect, it } from 'vitest'
import { startEngine } from '#dialogue/testing/start-engine.ts'
import { openSqlite } from '#storage/open-sqlite.ts'
import type { Storage } from '#storage/storage.ts'

describe('I8 nothing is acknowledged before it is durable', () => {
  it('a message is acknowledged only when its commit is done', async () => {
    const gate = Promise.withResolvers<void>()
    let isHeld = false
    const held = (real: Storage): Storage => ({
      ...real,
      log: {
        read: (...given) => real.log.read(...given),
        after: (...given) => real.log.after(...given),
        append: (...given) => real.log.append(...given),
        newestPosition: () => real.log.newestPosition(),
        hasReceived: (...given) => real.log.hasReceived(...given),
        onCommit: (listener) => real.log.onCommit(listener),
        async record(...given) {
          if (isHeld) await gate.promise
          return real.log.record(...given)
        },
      },
    })
    await using stage = await startEngine({ storage: held })
    const id = await stage.start()
    isHeld = true
    let acknowledged = false
    const received = stage.says(id, 'hej').then((state) => {
      acknowledged = true
      return state
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(acknowledged).toBe(false)
    gate.resolve()
    expect((await received).state).toBe('recorded')
  })

  it('the storage tells nobody before the disk has it', async () => {
    let commits = 0
    const onDurable = () => {
      commits += 1
    }
    const clock = { now: () => '2026-06-09T08:00:00.000Z' }
    await using storage = openSqlite({
      path: ':memory:',
      views: [],
      outboxChannels: [],
      clock,
      onDurable,
    })
    const at = clock.now()
    const before = commits
    const events = [{ type: 'text-erased', at }] as const
    const known = await storage.log.record('a', { events }).then(() => commits)
    expect(known).toBe(before + 1)
    const decided = await storage.log.append('a', 1, { events }).then(() => commits)
    expect(decided).toBe(before + 2)
  })

  it('what is received twice is recorded once, and answered once', async () => {
    await using stage = await startEngine()
    stage.understands(() => ({ kind: 'small-talk', reply: 'hello' }))
    const id = await stage.start()
    const incoming = {
      channel: 'web-chat',
      address: 'a',
      messageId: 'm1',
      text: 'hej',
      said: { via: 'typed' },
    } as const
    const { dialogue } = stage.engine
    const both = [dialogue.receive(id, incoming), dialogue.receive(id, incoming)]
    const states = (await Promise.all(both)).map(({ state }) => state)
    expect(states.toSorted()).toEqual(['recorded', 'repeated'])
    await stage.engine.settled(id, 2_000)
    expect((await dialogue.receive(id, incoming)).state).toBe('repeated')
    await stage.engine.settled(id, 2_000)
    expect(await stage.said(id)).toEqual(['small-talk.hello'])
  })
})
