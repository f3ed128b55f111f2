import { afterAll, describe, expect, it } from 'vitest'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'
import { openLive } from '#desk/testing/desk-client.ts'
import { at } from '#handoff/fixtures/hours.ts'
import { startTalk, type Talk } from '#tests/kit/start-talk.ts'
import { openFieldDesk } from './field-desk.ts'
import { openFieldHouse, toldIn, until } from './field-house.ts'

const TEN = at('2026-06-09T10:00')
const house = await openFieldHouse({ at: TEN })
const desk = await openFieldDesk(house.house)
afterAll(async () => {
  await desk[Symbol.asyncDispose]()
  await house[Symbol.asyncDispose]()
})
type Live = Awaited<ReturnType<typeof openLive>>

async function queued(channel: 'web-chat' | 'sms' = 'web-chat'): Promise<Talk> {
  const talk = await startTalk({ shared: house, channel, at: TEN })
  await talk.says('jeg vil tale med et menneske')
  return talk
}
const claimOf = ({ conversationId }: Talk) => ({ do: 'claim', conversationId }) as const
const sayOf = ({ conversationId }: Talk, text: string) =>
  ({ do: 'say', conversationId, text }) as const
const count = async (talk: Talk, type: string) =>
  (await talk.events()).filter((event) => event.type === type).length

describe('fc030 · two who take the same conversation', () => {
  it('at once, 50 rounds: one has it, the other sees who and can send nothing', async () => {
    const [jonas, sara] = await Promise.all([
      openLive(desk.url, desk.jonas),
      openLive(desk.url, desk.sara),
    ])
    await Promise.all([jonas.frame('desk'), sara.frame('desk')])
    for (let round = 0; round < 50; round += 1) {
      const talk = await queued(round % 2 === 0 ? 'web-chat' : 'sms')
      const claims: readonly [Live, string][] = [
        [jonas, 'Jonas'],
        [sara, 'Sara'],
      ]
      const results = await Promise.all(claims.map(([live]) => live.act(claimOf(talk))))
      const won = results.findIndex(({ state }) => state === 'done')
      const [winner, name] = claims[won] ?? [jonas, '']
      const loser = winner === jonas ? sara : jonas
      expect(results[1 - won]).toEqual({ state: 'taken', by: name })
      await within(1_000, () =>
        loser.frame(
          'row',
          ({ row }) => row.conversationId === talk.conversationId && row.holderName === name,
        ),
      )
      const both = await Promise.all([
        winner.act(sayOf(talk, 'Hej, jeg hjælper dig.')),
        loser.act(sayOf(talk, 'Hej, det gør jeg.')),
      ])
      expect(both).toEqual([{ state: 'done' }, { state: 'taken', by: name }])
      expect([
        await count(talk, 'handoff-accepted'),
        await count(talk, 'staff-message-sent'),
      ]).toEqual([1, 1])
      await winner.act({ do: 'return', conversationId: talk.conversationId })
    }
    jonas.close()
    sara.close()
  })

  it('one person in two tabs, 20 rounds: it is theirs in both, and taken once', async () => {
    const tabs = await Promise.all([openLive(desk.url, desk.jonas), openLive(desk.url, desk.jonas)])
    for (let round = 0; round < 20; round += 1) {
      const talk = await queued()
      const results = await Promise.all(tabs.map((tab) => tab.act(claimOf(talk))))
      expect(results).toEqual([{ state: 'done' }, { state: 'done' }])
      expect(await count(talk, 'handoff-accepted')).toBe(1)
      const accepted = await lines(talk, 'accepted')
      expect(accepted).toHaveLength(1)
      await tabs[0].act({ do: 'return', conversationId: talk.conversationId })
    }
    for (const tab of tabs) tab.close()
  })

  it('a claim while a colleague gives it to the bot: nobody has it twice, 20 rounds', async () => {
    const [jonas, sara] = await Promise.all([
      openLive(desk.url, desk.jonas),
      openLive(desk.url, desk.sara),
    ])
    for (let round = 0; round < 20; round += 1) {
      const talk = await queued()
      const { conversationId } = talk
      await jonas.act(claimOf(talk))
      const [returned, claimed] = await Promise.all([
        jonas.act({ do: 'return', conversationId }),
        sara.act(claimOf(talk)),
      ])
      expect(returned).toEqual({ state: 'done' })
      expect(['taken', 'gone']).toContain(claimed.state)
      expect((await sara.act(sayOf(talk, 'Hej'))).state).toBe('gone')
      expect((await jonas.act(sayOf(talk, 'Hej'))).state).toBe('gone')
      const { handledBy } = await house.house.engine.dialogue.standing(conversationId)
      expect(handledBy).toBe('bot')
      expect([
        await count(talk, 'handoff-accepted'),
        await count(talk, 'staff-message-sent'),
        (await lines(talk, 'returned')).length,
      ]).toEqual([1, 0, 1])
    }
    jonas.close()
    sara.close()
  })

  it('a claim while the citizen leaves the queue, 20 rounds: whoever wins, both are told the truth', async () => {
    const jonas = await openLive(desk.url, desk.jonas)
    for (let round = 0; round < 20; round += 1) {
      const talk = await queued()
      const [claimed] = await Promise.all([
        jonas.act(claimOf(talk)),
        talk.says('forlad køen', { via: 'chosen', choice: 'leave-queue' }),
      ])
      const { handledBy } = await house.house.engine.dialogue.standing(talk.conversationId)
      expect(handledBy).toBe(claimed.state === 'done' ? 'staff' : 'bot')
      if (claimed.state === 'done')
        await jonas.act({ do: 'return', conversationId: talk.conversationId })
    }
    jonas.close()
  })
})

describe('fc033 · staff whose line went dead without a goodbye', () => {
  it.each(['web-chat', 'sms'] as const)('lose the conversation, on %s', async (channel) => {
    await using own = await openFieldHouse({ at: TEN })
    await using quick = await openFieldDesk(own.house, 100)
    const shut = await openLive(quick.url, quick.jonas, quick.url, false)
    await shut.frame('desk')
    const talk = await startTalk({ shared: own, channel, at: TEN })
    await talk.says('jeg vil tale med et menneske')
    await shut.act(claimOf(talk))
    await shut.act(sayOf(talk, 'Hej, hvad kan jeg hjælpe med?'))
    // The lid is shut: no frame, no pong, no close.
    await expect.poll(() => isWatched(talk)).toBe(true)
    await until(talk, at('2026-06-09T10:01'))
    expect(await talk.says('hallo?')).toBe('(silence)')
    await until(talk, at('2026-06-09T10:02'))
    expect(await toldIn(talk)).toEqual([])
    await until(talk, at('2026-06-09T10:04'))
    expect((await toldIn(talk)).map(({ name }) => name)).toEqual(['human.holder-lost'])
    // A colleague sees it first in the queue, and for what reason.
    const sara = await openLive(quick.url, quick.sara)
    const { rows } = await sara.frame('desk')
    const row = rows.find(({ conversationId }) => conversationId === talk.conversationId)
    expect(row).toMatchObject({ state: 'waiting', firstInLine: true, holder: null })
    sara.send({ type: 'open', conversationId: talk.conversationId, after: 0 })
    await sara.frame('lines', ({ lines: seen }) =>
      seen.some((line) => line.by === 'event' && line.what.type === 'holder-lost'),
    )
    await until(talk, at('2026-06-09T10:19'))
    const told = (await toldIn(talk)).filter(({ name }) => name === 'human.holder-lost')
    expect(told).toHaveLength(1)
    // The lid opens; what was half typed is sent by the Enter of somebody who thinks they still hold it.
    const back = await openLive(quick.url, quick.jonas)
    const again = (await back.frame('desk')).rows.find(
      ({ conversationId }) => conversationId === talk.conversationId,
    )
    expect(again).toMatchObject({ state: 'waiting', holder: null })
    expect(await back.act(sayOf(talk, 'Du skal bare'))).toEqual({ state: 'gone' })
    await sara.act(claimOf(talk))
    expect(await back.act(sayOf(talk, 'Du skal bare'))).toEqual({ state: 'taken', by: 'Sara' })
    expect(await count(talk, 'staff-message-sent')).toBe(1)
    sara.close()
    back.close()
  })

  it('keep it when a second tab of theirs is alive', async () => {
    await using own = await openFieldHouse({ at: TEN })
    await using quick = await openFieldDesk(own.house, 100)
    const shut = await openLive(quick.url, quick.jonas, quick.url, false)
    const alive = await openLive(quick.url, quick.jonas)
    await Promise.all([shut.frame('desk'), alive.frame('desk')])
    const talk = await startTalk({ shared: own, at: TEN })
    await talk.says('jeg vil tale med et menneske')
    await alive.act(claimOf(talk))
    await shut.closed()
    await until(talk, at('2026-06-09T10:10'))
    expect(await toldIn(talk)).toEqual([])
    expect(await alive.act(sayOf(talk, 'Jeg er her stadig.'))).toEqual({ state: 'done' })
    alive.close()
  })

  it('hear a beat on a line that is alive', async () => {
    await using own = await openFieldHouse({ at: TEN })
    await using quick = await openFieldDesk(own.house, 50)
    const live = await openLive(quick.url, quick.jonas)
    await live.frame('beat')
    live.close()
  })
})

describe('fc029 · a page that is loaded anew after closing', () => {
  it('shows the whole talk and who has it, and both still write', async () => {
    await using own = await openFieldHouse({ at: at('2026-06-09T14:50') })
    await using late = await openFieldDesk(own.house)
    const jonas = await openLive(late.url, late.jonas)
    await jonas.frame('desk')
    await using before = await SocketClient.open(late.url)
    const { token } = await before.hello()
    before.say('jeg vil tale med et menneske')
    const { row } = await jonas.frame('row', (frame) => frame.row.state === 'waiting')
    const { conversationId } = row
    await jonas.act({ do: 'claim', conversationId })
    await jonas.act({ do: 'say', conversationId, text: 'Hej, jeg hedder Jonas.' })
    before.drop()
    own.clock.set(at('2026-06-09T15:02'))
    own.house.engine.clockMoved()
    await using after = await SocketClient.open(late.url)
    const welcome = await after.hello(token, 0)
    expect(welcome).toMatchObject({ resumed: true, standing: { handledBy: 'staff' } })
    const seen = (await after.next('lines')).lines
    expect(JSON.stringify(seen)).toContain('jeg hedder Jonas')
    expect(JSON.stringify(seen)).not.toMatch(/lukket/)
    after.say('er du der?')
    jonas.send({ type: 'open', conversationId, after: 0 })
    await jonas.frame('lines', ({ lines: all }) =>
      all.some((line) => line.by === 'citizen' && line.text === 'er du der?'),
    )
    own.clock.set(at('2026-06-09T15:03'))
    expect(await jonas.act({ do: 'say', conversationId, text: 'Ja, her.' })).toEqual({
      state: 'done',
    })
    let heard = ''
    while (!heard.includes('Ja, her.')) heard += JSON.stringify((await after.next('lines')).lines)
    jonas.close()
  })
})

async function lines({ house: { engine }, conversationId }: Talk, type: string) {
  const all = await engine.transcript(conversationId)
  return all.filter((line) => line.by === 'event' && line.what.type === type)
}

async function isWatched(talk: Talk): Promise<boolean> {
  const ripe = await talk.house.storage.dues.ripe('2040-01-01T00:00:00.000Z', 1_000)
  return ripe.some(({ what }) => what === 'holder-offline')
}

async function within<T>(ms: number, doing: () => Promise<T>): Promise<T> {
  const startMs = performance.now()
  const done = await doing()
  expect(performance.now() - startMs).toBeLessThan(ms)
  return done
}
