import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Stage, startEngine } from './testing/start-engine.ts'

describe('staff at the desk', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await startEngine()
    stage.present.add('mette')
    stage.understands(() => ({ kind: 'human', article: null }))
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  async function waiting(): Promise<string> {
    const id = await stage.start()
    await stage.says(id, 'menneske')
    await stage.until(async () => (await stage.said(id)).includes('human.queued'))
    return id
  }

  it('who claim at once get one owner, and the other is told whose it is', async () => {
    const id = await waiting()
    const { staffActs } = stage.engine
    const acted = await Promise.all([staffActs.claim(id, 'mette'), staffActs.claim(id, 'jens')])
    expect(acted.filter(({ state }) => state === 'done')).toHaveLength(1)
    expect(acted.find(({ state }) => state === 'taken')).toHaveProperty('by')
    const accepted = (await stage.events(id)).filter(({ type }) => type === 'handoff-accepted')
    expect(accepted).toHaveLength(1)
  })

  it('may send twice after a reconnect: it is said once', async () => {
    const id = await waiting()
    const { staffActs } = stage.engine
    await staffActs.claim(id, 'mette')
    await staffActs.say(id, 'mette', 'Hej', 'm1')
    expect(await staffActs.say(id, 'mette', 'Hej', 'm1')).toEqual({ state: 'done' })
    const said = (await stage.events(id)).filter(({ type }) => type === 'staff-message-sent')
    expect(said).toHaveLength(1)
  })

  it('are told that it was said, also when they have given the talk back since', async () => {
    const id = await waiting()
    const { staffActs } = stage.engine
    await staffActs.claim(id, 'mette')
    await staffActs.say(id, 'mette', 'Hej', 'm2')
    await staffActs.returnToBot(id, 'mette')
    expect(await staffActs.say(id, 'mette', 'Hej', 'm2')).toEqual({ state: 'done' })
  })

  it('cannot put a CPR number where it would stay, not even in the reason of an erasure', async () => {
    const id = await waiting()
    const { engine, storage } = stage
    const written = 'hun sagde 170685-3391'
    await engine.staffActs.claim(id, 'mette')
    await engine.staffActs.say(id, 'mette', written, 'm3')
    await engine.staffActs.note(id, 'mette', written)
    const values = (await storage.personal.all(id)).map(({ value }) => value)
    expect(values.filter((value) => value === 'hun sagde [cpr]')).toHaveLength(2)
    await engine.staffActs.erase(id, 'mette', written)
    const [erased] = await storage.registers.audit('erasures')
    expect(erased?.why).toBe('hun sagde [cpr]')
  })

  it('make nothing of an id that leads nowhere', async () => {
    const { staffActs } = stage.engine
    expect(await staffActs.note('nowhere', 'mette', 'x')).toEqual({ state: 'gone' })
    await staffActs.erase('nowhere', 'mette', 'x')
    expect(await stage.events('nowhere')).toEqual([])
  })

  it('are counted in the queue of those who wait', async () => {
    const id = await waiting()
    const before = await stage.engine.dialogue.standing(id)
    await waiting()
    const last = await waiting()
    const after = await stage.engine.dialogue.standing(last)
    expect((after.ahead ?? 0) - (before.ahead ?? 0)).toBe(2)
    await stage.engine.staffActs.claim(id, 'mette')
    expect((await stage.engine.dialogue.standing(last)).ahead).toBe((after.ahead ?? 0) - 1)
  })
})

describe('erasing', () => {
  const states: Record<string, (stage: Stage, id: string) => Promise<unknown>> = {
    'just begun': async () => {},
    'with the bot': (stage, id) => stage.says(id, 'hej'),
    'in the queue': async (stage, id) => {
      stage.understands(() => ({ kind: 'human', article: null }))
      await stage.says(id, 'menneske')
      await stage.until(async () => (await stage.said(id)).length > 0)
    },
    'held by staff': async (stage, id) => {
      stage.understands(() => ({ kind: 'human', article: null }))
      await stage.says(id, 'menneske')
      await stage.until(async () => (await stage.said(id)).length > 0)
      await stage.engine.staffActs.claim(id, 'mette')
      await stage.engine.staffActs.note(id, 'mette', 'ringer igen')
    },
    closed: (stage, id) => stage.engine.dialogue.close(id),
  }
  it.each(Object.keys(states))('leaves no text and a closed conversation: %s', async (state) => {
    await using stage = await startEngine()
    stage.present.add('mette')
    const id = await stage.start()
    await states[state]?.(stage, id)
    await stage.engine.dialogue.erase(id)
    expect(await stage.storage.personal.all(id)).toEqual([])
    expect(await stage.engine.dialogue.standing(id)).toMatchObject({
      handledBy: 'nobody',
      erased: true,
      callback: null,
    })
    const events = (await stage.events(id)).length
    await stage.engine.dialogue.erase(id)
    expect(await stage.events(id)).toHaveLength(events)
  })
})
