import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decide } from '#conversation/decide.ts'
import type { Understanding } from '#conversation/findings.ts'
import { type Stage, startEngine } from '#dialogue/testing/start-engine.ts'
import type { Storage } from '#storage/storage.ts'

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

  const HOUR_MS = 60 * 60_000
  const named: Record<string, (stage: Stage, id: string) => Promise<unknown>> = {
    'a turn': async (stage, id) => {
      await stage.says(id, 'hej')
      await stage.engine.settled(id, 2_000)
    },
    'an act of staff': (stage, id) => stage.engine.staffActs.note(id, 'mette', 'Ringer igen.'),
    'the end by the citizen': (stage, id) => stage.engine.dialogue.close(id),
    'a due time': async (stage, id) => {
      stage.forward(HOUR_MS)
      await stage.until(async () => (await stage.said(id)).includes('conversation.idle-warning'))
    },
  }
  it.each(Object.keys(named))(
    '%s names the version it was decided on, though something came between',
    async (what) => {
      let decidedOn = 0
      let meddles = false
      const faults: string[] = []
      // Between the reading and the deciding, and again before the writing, something is recorded.
      const meddled = (real: Storage): Storage => {
        const meddle = async (id: string) => {
          const delivery = { status: 'delivered' } as const
          const at = '2026-06-09T08:00:00.000Z'
          const events = [{ type: 'delivery-reported', at, messageId: 'm', delivery }] as const
          if (meddles) await real.log.record(id, { events })
        }
        return {
          ...real,
          registers: {
            get: (...given) => real.registers.get(...given),
            set: (...given) => real.registers.set(...given),
            audit: (...given) => real.registers.audit(...given),
            async list(...given) {
              await meddle(conversationId)
              return real.registers.list(...given)
            },
          },
          log: {
            read: (...given) => real.log.read(...given),
            after: (...given) => real.log.after(...given),
            record: (...given) => real.log.record(...given),
            newestPosition: () => real.log.newestPosition(),
            hasReceived: (...given) => real.log.hasReceived(...given),
            onCommit: (listener) => real.log.onCommit(listener),
            append(id, version, ...given) {
              if (version !== decidedOn) faults.push(`decided on ${decidedOn}, named ${version}`)
              appended += 1
              return real.log.append(id, version, ...given)
            },
          },
        }
      }
      let appended = 0
      let conversationId = ''
      await using stage = await startEngine({
        storage: meddled,
        decide(conversation, occasion, s) {
          decidedOn = conversation.version
          return decide(conversation, occasion, s)
        },
      })
      stage.understands(() => hello)
      conversationId = await stage.start()
      meddles = true
      await named[what]?.(stage, conversationId)
      expect(appended).toBeGreaterThan(0)
      expect(faults).toEqual([])
    },
  )

  it('two who erase at once erase once', async () => {
    await using stage = await startEngine()
    const id = await stage.start()
    const { dialogue } = stage.engine
    await Promise.all([dialogue.erase(id), dialogue.erase(id)])
    const types = (await stage.events(id)).map(({ type }) => type)
    expect(types.filter((type) => type === 'text-erased')).toHaveLength(1)
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
