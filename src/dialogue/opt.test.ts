import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressView } from './address-view.ts'
import { type Stage, startEngine } from './testing/start-engine.ts'

describe('STOP, START and HJÆLP', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await startEngine()
    stage.present.add('mette')
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  const write = (
    address: string,
    way: 'out' | 'in' | 'help',
    messageId: string = crypto.randomUUID(),
  ) =>
    stage.engine.dialogue.opt(
      address,
      way,
      { channel: 'sms', address, messageId, text: way, said: { via: 'typed' } },
      '+4520000123',
    )
  const newest = async (address: string) => (await stage.engine.dialogue.find(address)) ?? ''

  it('are confirmed at once, also as the very first text', async () => {
    await write('sms:a', 'out')
    const id = await newest('sms:a')
    expect(await stage.said(id)).toEqual(['stop.stopped'])
    expect(await stage.storage.views.get(addressView, 'sms:a')).toMatchObject({ optedOut: true })
    await write('sms:a', 'in')
    expect(await stage.said(id)).toEqual(['stop.stopped', 'stop.started'])
    expect(await stage.storage.views.get(addressView, 'sms:a')).toMatchObject({ optedOut: false })
  })

  it('are confirmed once for a text that comes twice', async () => {
    await write('sms:b', 'out', 'm1')
    expect(await write('sms:b', 'out', 'm1')).toEqual({ state: 'repeated' })
    expect(await stage.said(await newest('sms:b'))).toEqual(['stop.stopped'])
  })

  it('are confirmed after the conversation was erased', async () => {
    const id = await stage.start('sms', 'sms:c')
    await stage.engine.dialogue.erase(id)
    await write('sms:c', 'out')
    const next = await newest('sms:c')
    expect(next).not.toBe(id)
    expect(await stage.lastText(next)).not.toBe('')
  })

  it('silence the bot, and take out of the queue whoever waits', async () => {
    const id = await stage.start('sms', 'sms:d')
    stage.understands(() => ({ kind: 'human', article: null }))
    await stage.says(id, 'menneske')
    stage.forward(5_000)
    await stage.until(async () => (await stage.said(id)).includes('human.queued'))
    await write('sms:d', 'out')
    expect((await stage.engine.dialogue.standing(id)).handledBy).toBe('bot')
    const before = await stage.said(id)
    await stage.says(id, 'hallo')
    stage.forward(5_000)
    await stage.engine.settled(id, 2_000)
    expect(await stage.said(id)).toEqual(before)
  })

  it('leave a conversation that ends, and is erased in time', async () => {
    await write('sms:e', 'help')
    const id = await newest('sms:e')
    stage.forward(25 * 3_600_000)
    await stage.until(async () => (await stage.events(id)).at(-1)?.type === 'conversation-closed')
    stage.forward(91 * 24 * 3_600_000)
    await stage.until(async () => (await stage.storage.personal.all(id)).length === 0)
  })
})
