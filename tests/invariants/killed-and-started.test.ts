import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { MONDAY_MORNING, settableClock } from '#tests/kit/settable-clock.ts'
import { openTestHouse } from '#tests/kit/start-talk.ts'

const folder = mkdtempSync(join(tmpdir(), 'front-door-'))
const script = join(import.meta.dirname, '../kit/die-after-receiving.ts')

describe('I9 a killed process loses nothing', () => {
  afterAll(() => rmSync(folder, { recursive: true }))

  it('a message that was recorded just before the kill is answered after the start, once', async () => {
    const { signal } = spawnSync(process.execPath, [script, folder, MONDAY_MORNING])
    expect(signal).toBe('SIGKILL')
    const clock = settableClock(MONDAY_MORNING)
    // Four seconds after the text the citizen has paused; nothing but the due time in the database knows of it.
    clock.forward(5_000)
    const house = await openTestHouse(clock, folder)
    const id = (await house.engine.dialogue.find('sms:somebody')) ?? ''
    const types = async () => (await house.storage.log.read(id)).map(({ event }) => event.type)
    await expect.poll(types, { timeout: 5_000 }).toContain('reply-chosen')
    expect(await types()).toEqual(['conversation-started', 'utterance-received', 'reply-chosen'])
    const until = new Date(Date.parse(clock.now()) + 60_000).toISOString()
    const outgoing = await house.storage.outbox.lease('sms', clock.now(), until, 10)
    expect(outgoing).toHaveLength(1)
    await house.close()
  })
})
