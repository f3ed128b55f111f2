import { describe, expect, it } from 'vitest'
import { followConversation } from './follow-conversation.ts'
import { startEngine } from './testing/start-engine.ts'

describe('following a conversation', () => {
  it('gives every event once and in order, while others are committed', async () => {
    await using stage = await startEngine()
    const { log } = stage.storage
    const id = await stage.start()
    const stop = new AbortController()
    const note = (n: number) =>
      log.record(n % 3 === 0 ? 'another' : id, {
        events: [{ type: 'note-written', at: stage.now(), staffId: 'x', noteId: String(n) }],
      })
    const writing = (async () => {
      for (let n = 0; n < 300; n += 1) {
        if (n % 7 === 0) await note(n)
        else void note(n)
        if (n % 20 === 0) await new Promise((next) => setImmediate(next))
      }
    })()
    const followers = Array.from({ length: 3 }, async (_, i) => {
      await new Promise((next) => setTimeout(next, i * 5))
      const seen: number[] = []
      const deps = { log, tail: stage.engine.tail }
      for await (const recorded of followConversation(deps, id, 0, stop.signal)) {
        seen.push(...recorded.map(({ position }) => position))
        if (seen.length >= 201) break
      }
      return seen
    })
    await writing
    const timer = setTimeout(() => stop.abort(), 3_000)
    const all = await Promise.all(followers)
    clearTimeout(timer)
    const wanted = (await log.read(id)).map(({ position }) => position)
    for (const seen of all) expect(seen).toEqual(wanted)
  })

  it('goes on after the last position seen, and ends with the signal', async () => {
    await using stage = await startEngine()
    const id = await stage.start()
    await stage.says(id, 'hej')
    await stage.until(async () => (await stage.said(id)).length > 0)
    const [first] = await stage.storage.log.read(id)
    const stop = new AbortController()
    const deps = { log: stage.storage.log, tail: stage.engine.tail }
    const types: string[] = []
    for await (const some of followConversation(deps, id, first?.position ?? 0, stop.signal)) {
      types.push(...some.map(({ event }) => event.type))
      stop.abort()
    }
    expect(types[0]).toBe('utterance-received')
  })
})
