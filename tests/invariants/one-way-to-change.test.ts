import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Understanding } from '#conversation/findings.ts'
import { startEngine } from '#dialogue/testing/start-engine.ts'

const ROOT = join(import.meta.dirname, '../..')
const hello: Understanding = { kind: 'small-talk', reply: 'hello' }

describe('I3 record and append are the only ways', () => {
  it('a decision whose basis is gone is not written, whatever came between', async () => {
    await using stage = await startEngine()
    const closed = await stage.start()
    stage.understands(async () => {
      await stage.engine.dialogue.close(closed)
      return hello
    })
    await stage.says(closed, 'hej')
    await expect
      .poll(async () => (await stage.events(closed)).at(-1)?.type)
      .toBe('conversation-closed')
    await stage.engine.settled(closed, 2_000)
    expect((await stage.events(closed)).map(({ type }) => type)).not.toContain('reply-chosen')
  })

  it('a reply answers exactly what it was based on', async () => {
    await using stage = await startEngine()
    const id = await stage.start()
    let isFirst = true
    stage.understands(async () => {
      if (isFirst) await stage.says(id, 'en ting til')
      isFirst = false
      return hello
    })
    await stage.says(id, 'hej')
    const replies = async () =>
      (await stage.events(id)).flatMap((event) =>
        event.type === 'reply-chosen' ? [event.reply] : [],
      )
    await expect.poll(async () => (await replies()).length).toBe(1)
    expect((await replies())[0]?.utteranceIds).toHaveLength(2)
  })

  it('of two decisions on the same version one is written', async () => {
    await using stage = await startEngine()
    const { log } = stage.storage
    const id = await stage.start()
    const accepted = (staffId: string) =>
      log.append(id, 1, { events: [{ type: 'handoff-accepted', at: stage.now(), staffId }] })
    expect((await Promise.all([accepted('a'), accepted('b')])).toSorted()).toEqual([
      'overtaken',
      'recorded',
    ])
  })

  it('nobody but the log writes events', () => {
    const writers = ['src', 'channels']
      .flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
          join(folder, file),
        ),
      )
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .filter((file) =>
        /(INSERT (OR \w+ )?INTO|UPDATE|DELETE FROM) events\b/i.test(
          readFileSync(join(ROOT, file), 'utf8'),
        ),
      )
    expect(writers).toEqual(['src/storage/sqlite-event-log.ts'])
  })
})
