import { describe, expect, it } from 'vitest'
import { startEngine } from './testing/start-engine.ts'

describe('the lines of a conversation', () => {
  it('are in the language of the citizen for the citizen, and in Danish for the desk', async () => {
    await using stage = await startEngine()
    const { dialogue, staffActs } = stage.engine
    stage.present.add('mette')
    stage.understands(() => ({ kind: 'human', article: null }))
    const danish = await stage.start()
    const english = await dialogue.start({ channel: 'web-chat', address: 'e', language: 'en' })
    const { log } = stage.storage
    const at = stage.now()
    await log.record(english, {
      events: [
        { type: 'handoff-requested', at, queue: 'borgerservice', reason: 'asked-for-human' },
        { type: 'handoff-queued', at, queue: 'borgerservice', reference: '1234567' },
      ],
    })
    await stage.says(danish, 'menneske')
    await stage.until(async () => (await stage.said(danish)).length > 0)
    const accepted = async (id: string) => {
      await staffActs.claim(id, 'mette')
      const stop = new AbortController()
      for await (const lines of dialogue.follow(id, 0, stop.signal)) {
        const line = lines.find((one) => one.by === 'event' && one.what.type === 'accepted')
        if (line?.by === 'event') return line.what.text
      }
      return undefined
    }
    expect(await accepted(danish)).toContain('kommunen')
    expect(await accepted(english)).not.toContain('kommunen')
    const atDesk = JSON.stringify(await stage.engine.transcript(english))
    expect(atDesk).toContain('kommunen')
  })
})
