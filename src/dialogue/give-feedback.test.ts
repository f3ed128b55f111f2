import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Stage, startEngine } from './testing/start-engine.ts'

describe('what a citizen thinks of an answer', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await startEngine()
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  async function answered(): Promise<{ id: string; of: string }> {
    const id = await stage.start()
    await stage.says(id, 'hvad?')
    await stage.until(async () => (await stage.said(id)).length > 0)
    const reply = (await stage.events(id)).find((event) => event.type === 'reply-chosen')
    return { id, of: reply?.reply.id ?? '' }
  }
  const lines = async (id: string) =>
    (await stage.engine.transcript(id)).filter((line) => line.by === 'feedback')

  it('is kept once, with the comment that came later', async () => {
    const { id, of } = await answered()
    const { dialogue } = stage.engine
    await dialogue.giveFeedback(id, { of, helped: false, comment: '' })
    await dialogue.giveFeedback(id, { of, helped: true, comment: '' })
    await dialogue.giveFeedback(id, { of, helped: false, comment: 'Mit nr. er 010105-1111' })
    expect(await lines(id)).toMatchObject([
      { of, helped: false, text: '' },
      { of, helped: null, text: 'Mit nr. er [cpr]' },
    ])
  })

  it('is refused of what was said to somebody else, and after erasure', async () => {
    const one = await answered()
    const other = await answered()
    const { dialogue } = stage.engine
    const feedback = { of: other.of, helped: true, comment: 'god' }
    expect(await dialogue.giveFeedback(one.id, feedback)).toBe('refused')
    await dialogue.erase(one.id)
    expect(await dialogue.giveFeedback(one.id, { ...feedback, of: one.of })).toBe('refused')
    expect(await lines(one.id)).toEqual([])
  })
})

describe('staff who close too early', () => {
  it('cannot pull a citizen back who has begun a new conversation', async () => {
    await using stage = await startEngine()
    stage.present.add('mette')
    stage.understands(() => ({ kind: 'human', article: null }))
    const id = await stage.start('web-chat', 'web:one')
    await stage.says(id, 'menneske')
    await stage.until(async () => (await stage.said(id)).includes('human.queued'))
    const { staffActs } = stage.engine
    await staffActs.claim(id, 'mette')
    await staffActs.close(id, 'mette', 'solved-by-staff', '')
    expect(await staffActs.reopen(id, 'mette')).toEqual({ state: 'done' })
    await staffActs.close(id, 'mette', 'solved-by-staff', '')
    await stage.start('web-chat', 'web:one')
    expect(await staffActs.reopen(id, 'mette')).toEqual({ state: 'gone' })
  })
})
