import { afterAll, describe, expect, it } from 'vitest'
import { decide } from '#conversation/decide.ts'
import type { Decide } from '#dialogue/decide-once.ts'
import { type Stage, startEngine } from '#dialogue/testing/start-engine.ts'
import { at } from '#handoff/fixtures/hours.ts'
import { startTalk } from '#tests/kit/start-talk.ts'
import { openFieldHouse } from './field-house.ts'

const channels = ['web-chat', 'sms'] as const
const house = await openFieldHouse({ at: at('2026-06-09T10:00') })
afterAll(() => house[Symbol.asyncDispose]())

describe.each(channels)('fc035 · one reply a turn at most, on %s', (channel) => {
  it.each([
    ['elsker du mig?', 1],
    ['asdfgh', 1],
    ['🙂', 1],
    ['...', 1],
    ['?', 1],
    ['å å å å å å', 1],
    ['do you love me?', 1],
    ['ja', 1],
    [' ', 0],
    ['\n\t ', 0],
    ['\u200b', 0],
  ])('%j', async (text, replies) => {
    const talk = await startTalk({ shared: house, channel, at: at('2026-06-09T10:00') })
    await talk.says(text)
    await talk.passes(60_000)
    const said = (await talk.events()).filter(
      ({ type }) => type === 'reply-chosen' || type === 'notice-sent',
    )
    expect(said).toHaveLength(replies)
  })

  it('all of them in a row, and never the same fallback twice running', async () => {
    const talk = await startTalk({ shared: house, channel, at: at('2026-06-09T10:00') })
    const texts = ['asdfgh', 'qwerty uiop', 'zxcv', 'hjkl æøå']
    const replies: string[] = []
    for (const text of texts) replies.push(await talk.says(text))
    expect(new Set(replies.slice(0, 2)).size).toBe(2)
    expect((await talk.events()).filter(({ type }) => type === 'reply-chosen')).toHaveLength(4)
  })
})

describe.each(channels)('fc035 · a decision that never ends is stopped, on %s', (channel) => {
  const doubles: readonly [string, () => Decide][] = [
    ['says the first decision again and again', firstAgain],
    ['answers what nobody said', () => answering([])],
    ['decides nothing', () => () => ({ events: [], dues: [] })],
    [
      'fails',
      () => () => {
        throw new Error('deciding failed')
      },
    ],
  ]

  it.each(doubles)('when deciding %s', async (_, double) => {
    let deciding = double()
    await using stage = await startEngine({ decide: (...given) => deciding(...given) })
    stage.understands(() => ({ kind: 'small-talk', reply: 'hello' }))
    const id = await stage.start(channel)
    await says(stage, id, 'hvad koster et pas?')
    await says(stage, id, 'hallo?')
    const outcomes = await repliesOf(stage, id)
    expect(outcomes).toHaveLength(2)
    expect(outcomes.at(-1)).toBe('failed-internal')
    expect(stage.engine.livelocks()).toBeGreaterThan(0)
    // Time passes and brings no more of it.
    stage.forward(10 * 60_000)
    deciding = decide
    await says(stage, id, 'hej')
    expect((await repliesOf(stage, id)).slice(2)).toEqual(['small-talk'])
  })

  it('and with the double still there, the next "hej" is answered once too', async () => {
    await using stage = await startEngine({ decide: firstAgain() })
    stage.understands(() => ({ kind: 'small-talk', reply: 'hello' }))
    const id = await stage.start(channel)
    for (const text of ['hvad?', 'hallo?', 'hej']) await says(stage, id, text)
    expect(await repliesOf(stage, id)).toEqual(['small-talk', 'failed-internal', 'failed-internal'])
  })

  it('also when a time makes itself due again at once', async () => {
    let met = 0
    const double: Decide = (c, occasion, s) => {
      if (occasion.type !== 'time-passed') return decide(c, occasion, s)
      met += 1
      const { dues } = decide(c, occasion, s)
      return { events: [], dues: [...dues, { what: occasion.due, at: s.at }] }
    }
    await using stage = await startEngine({ decide: double })
    const id = await stage.start(channel)
    stage.forward(25 * 3_600_000)
    await stage.until(async () => (await stage.storage.dues.ripe(stage.now(), 10)).length === 0)
    expect(met).toBeLessThan(5)
    expect(stage.engine.livelocks()).toBe(met)
    stage.understands(() => ({ kind: 'small-talk', reply: 'hello' }))
    await says(stage, id, 'hej')
    expect(await repliesOf(stage, id)).toEqual(['small-talk'])
  })

  it('and while staff hold the conversation it says nothing at all', async () => {
    let deciding: Decide = decide
    await using stage = await startEngine({ decide: (...given) => deciding(...given) })
    stage.understands(() => ({ kind: 'human', article: null }))
    stage.present.add('mette')
    const id = await stage.start(channel)
    await says(stage, id, 'et menneske tak')
    await stage.engine.staffActs.claim(id, 'mette')
    stage.understands(() => ({ kind: 'small-talk', reply: 'hello' }))
    deciding = answering(['nobody'])
    await stage.says(id, 'er du der?')
    stage.forward(5_000)
    await stage.until(async () => stage.engine.livelocks() > 0)
    expect(await repliesOf(stage, id)).toEqual(['handed-off-queued'])
  })
})

/** Decides once as we do, and then the same for ever. */
function firstAgain(): Decide {
  let first: ReturnType<Decide> | undefined
  return (...given) => {
    first ??= decide(...given)
    return first
  }
}

/** Replies as we do, but to other utterances. */
function answering(utteranceIds: readonly string[]): Decide {
  return (c, occasion, s) => {
    const really = decide({ ...c, handledBy: 'bot' }, occasion, s)
    const events = really.events.map((event) =>
      event.type === 'reply-chosen' ? { ...event, reply: { ...event.reply, utteranceIds } } : event,
    )
    return { ...really, events }
  }
}

async function says(stage: Stage, id: string, text: string): Promise<void> {
  const before = (await repliesOf(stage, id)).length
  await stage.says(id, text)
  stage.forward(5_000)
  await stage.until(async () => (await repliesOf(stage, id)).length > before)
  await stage.until(async () => (await stage.storage.dues.ripe(stage.now(), 10)).length === 0)
}

async function repliesOf(stage: Stage, id: string): Promise<readonly string[]> {
  return (await stage.events(id)).flatMap((event) =>
    event.type === 'reply-chosen' ? [event.reply.outcome] : [],
  )
}
