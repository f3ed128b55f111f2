import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { deskView } from '#handoff/desk-view.ts'
import { at } from '#handoff/fixtures/hours.ts'
import { startTalk, type Talk } from '#tests/kit/start-talk.ts'
import { type FieldHouse, openFieldHouse, toldIn, until } from './field-house.ts'

const channels = ['web-chat', 'sms'] as const
const house = await openFieldHouse({ at: at('2026-06-09T10:00') })
afterAll(() => house[Symbol.asyncDispose]())

async function queuedAt(
  when: string,
  channel: 'web-chat' | 'sms' = 'web-chat',
  shared: FieldHouse = house,
) {
  const leave = shared.house.presence.enter('mette')
  const talk = await startTalk({ shared, channel, at: at(when) })
  await talk.says('jeg vil tale med et menneske')
  leave()
  return talk
}
const handledBy = async (talk: Talk) =>
  (await talk.house.engine.dialogue.standing(talk.conversationId)).handledBy
const deskItem = (talk: Talk) => talk.house.storage.views.get(deskView, talk.conversationId)
const overdueAt = async (talk: Talk) => (await talk.lastEvent('handoff-overdue'))?.at

describe('fc029 · closing time is a gate for new requests only', () => {
  it.each(channels)(
    'a chat that staff hold goes on both ways after closing, on %s',
    async (channel) => {
      const talk = await queuedAt('2026-06-09T14:50', channel)
      const leave = house.house.presence.enter('mette')
      const { staffActs, dialogue } = house.house.engine
      await staffActs.claim(talk.conversationId, 'mette')
      await staffActs.say(talk.conversationId, 'mette', 'Hej, hvad kan jeg hjælpe med?', 'm1')
      await until(talk, at('2026-06-09T15:02'))
      expect(await toldIn(talk)).toEqual([])
      // The page is loaded anew: everything is still there, and somebody still has the conversation.
      expect(await dialogue.standing(talk.conversationId)).toMatchObject({ handledBy: 'staff' })
      const follow = new AbortController()
      const [lines] = await Array.fromAsync(
        take(dialogue.follow(talk.conversationId, 0, follow.signal)),
      )
      expect(lines?.some((line) => line.by === 'staff')).toBe(true)
      expect(await talk.says('er du der?')).toBe('(silence)')
      await until(talk, at('2026-06-09T15:03'))
      expect(await staffActs.say(talk.conversationId, 'mette', 'Ja, jeg er her.', 'm2')).toEqual({
        state: 'done',
      })
      await until(talk, at('2026-06-09T18:00'))
      expect(await handledBy(talk)).toBe('staff')
      expect(await toldIn(talk)).toEqual([])
      leave()
    },
  )

  it.each(channels)('who still waits is told at 15:00 what is true, on %s', async (channel) => {
    const talk = await queuedAt('2026-06-09T14:58', channel)
    await until(talk, at('2026-06-09T14:59'))
    expect(await toldIn(talk)).toEqual([])
    await until(talk, at('2026-06-09T15:00'))
    const [told, ...more] = await toldIn(talk)
    expect(told?.text).toMatch(/lukket/)
    expect(told?.text.replace(/\s/g, ' ')).toMatch(/i morgen kl\. 9/)
    expect(more).toEqual([])
    expect(await handledBy(talk)).toBe('bot')
    expect((await deskItem(talk))?.state).toBe('bot')
    // Nobody stays in the queue overnight, and the bot answers meanwhile.
    await until(talk, at('2026-06-09T23:30'))
    expect(await handledBy(talk)).toBe('bot')
    expect(await talk.says('Hvad koster et nyt pas til en voksen?')).toMatch(/kr\./)
    expect(await talk.lastEvent('conversation-closed')).toBeUndefined()
    await until(talk, at('2026-06-10T09:00'))
    expect(await handledBy(talk)).toBe('queue')
    expect((await toldIn(talk)).map(({ name }) => name)).toEqual([
      'human.closing',
      'human.queued-again',
    ])
  })

  it.each([
    ['on a Friday', '2026-06-12T14:58', /mandag den 15\. juni kl\. 9/],
    ['on the day before Grundlovsdag', '2026-06-04T14:58', /mandag den 8\. juni kl\. 9/],
    ['on the last day before Easter', '2027-03-24T14:58', /tirsdag den 30\. marts kl\. 9/],
    ['on the day before New Year’s Eve', '2026-12-30T14:58', /mandag den 4\. januar kl\. 9/],
  ])('the next opening is named %s', async (_, when, opening) => {
    const talk = await queuedAt(when)
    await until(talk, at(`${when.slice(0, 10)}T15:00`))
    expect((await toldIn(talk))[0]?.text.replace(/\s/g, ' ')).toMatch(opening)
  })

  it('a yes is the call that was offered, and then nobody is put into the queue again', async () => {
    const talk = await queuedAt('2026-06-09T14:58')
    await until(talk, at('2026-06-09T15:00'))
    await talk.says('ja tak')
    await talk.says('20 00 01 23')
    expect((await talk.says('den første')).replace(/\s/g, ' ')).toMatch(
      /i morgen mellem kl\. 9 og 12/,
    )
    await until(talk, at('2026-06-10T09:00'))
    expect(await handledBy(talk)).toBe('bot')
    await until(talk, at('2026-06-10T11:59'))
    expect(await talk.lastEvent('handoff-overdue')).toBeUndefined()
  })

  it('a no declines the call, not the place; leaving is leaving', async () => {
    const stays = await queuedAt('2026-06-09T14:58')
    await until(stays, at('2026-06-09T15:00'))
    expect(await stays.says('nej tak')).toMatch(/i kø igen/)
    const leaves = await queuedAt('2026-06-09T14:58')
    await until(leaves, at('2026-06-09T15:00'))
    expect(await leaves.says('forlad', { via: 'chosen', choice: 'leave-queue' })).toMatch(/ude af/)
    await until(stays, at('2026-06-10T09:00'))
    expect(await handledBy(stays)).toBe('queue')
    expect(await handledBy(leaves)).toBe('bot')
  })

  it('whose holder is lost after closing hears that it is closed, and is first in the morning', async () => {
    const talk = await queuedAt('2026-06-09T14:50')
    const other = await queuedAt('2026-06-09T14:52')
    const leave = house.house.presence.enter('mette')
    await house.house.engine.staffActs.claim(other.conversationId, 'mette')
    await until(other, at('2026-06-09T15:05'))
    leave()
    await expect.poll(() => isWatched(other)).toBe(true)
    await until(other, at('2026-06-09T15:09'))
    expect((await toldIn(other)).map(({ name }) => name)).toEqual(['human.holder-lost-closed'])
    expect(await handledBy(other)).toBe('bot')
    await until(other, at('2026-06-10T09:00'))
    const standing = (one: Talk) => house.house.engine.dialogue.standing(one.conversationId)
    expect((await standing(other)).ahead).toBe(0)
    expect((await standing(talk)).ahead).toBeGreaterThan(0)
  })

  it('a day that the lead closes early pauses the wait within minutes', async () => {
    await using own = await openFieldHouse({ at: at('2026-06-09T11:00'), waitLimitMinutes: 300 })
    const talk = await queuedAt('2026-06-09T11:00', 'web-chat', own)
    const day = { date: '2026-06-09', queue: 'all', hours: ['09:00-11:30'], note: 'kursus' }
    const why = { by: 'mette', at: own.clock.now(), why: 'kursus' }
    await own.house.storage.registers.set('special-days', '2026-06-09', JSON.stringify(day), why)
    await until(talk, at('2026-06-09T11:45'))
    expect((await toldIn(talk)).map(({ name }) => name)).toEqual(['human.closing'])
    expect(await handledBy(talk)).toBe('bot')
  })

  it('a day that the lead keeps open longer keeps the queue', async () => {
    await using own = await openFieldHouse({ at: at('2026-06-09T14:58'), waitLimitMinutes: 300 })
    const talk = await queuedAt('2026-06-09T14:58', 'web-chat', own)
    const day = { date: '2026-06-09', queue: 'all', hours: ['09:00-18:00'], note: 'valg' }
    const why = { by: 'mette', at: own.clock.now(), why: 'valg' }
    await own.house.storage.registers.set('special-days', '2026-06-09', JSON.stringify(day), why)
    await until(talk, at('2026-06-09T15:30'))
    expect(await toldIn(talk)).toEqual([])
    expect(await handledBy(talk)).toBe('queue')
    await until(talk, at('2026-06-09T18:05'))
    expect((await toldIn(talk)).map(({ name }) => name)).toEqual(['human.closing'])
  })
})

describe('own02 · an alarm and a promise count opening time only', () => {
  it.each(channels)('over Christmas, with a restart on the 25th, on %s', async (channel) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'field-christmas-'))
    const before = await openFieldHouse({
      at: at('2026-12-23T14:58'),
      waitLimitMinutes: 30,
      dataDir,
    })
    const talk = await queuedAt('2026-12-23T14:58', channel, before)
    await until(talk, at('2026-12-23T15:00'))
    expect((await toldIn(talk))[0]?.text.replace(/\s/g, ' ')).toMatch(
      /mandag den 28\. december kl\. 9/,
    )
    await until(talk, at('2026-12-24T12:00'))
    expect(await overdueAt(talk)).toBeUndefined()
    await using after = await before.restart(at('2026-12-25T12:00'))
    const { conversationId } = talk
    const restarted = { shared: after, channel, conversationId, at: at('2026-12-25T12:00') }
    const same = await startTalk(restarted)
    for (const when of [
      '2026-12-25T12:01',
      '2026-12-26T12:00',
      '2026-12-27T23:59',
      '2026-12-28T09:27',
    ]) {
      await until(same, at(when))
      expect(await overdueAt(same)).toBeUndefined()
    }
    expect(await handledBy(same)).toBe('queue')
    // By SMS the wait begins four seconds later: another text might have followed.
    await until(same, at('2026-12-28T09:29'))
    expect(['2026-12-28T08:28', '2026-12-28T08:29']).toContain(
      (await overdueAt(same))?.slice(0, 16),
    )
    expect(await deskItem(same)).toMatchObject({ state: 'waiting', overdue: true })
    await rm(dataDir, { recursive: true })
  })

  it('a promise to write back on the 28th is not overdue before its end', async () => {
    const talk = await startTalk({ shared: house, channel: 'sms', at: at('2026-12-23T16:00') })
    await talk.says('MENNESKE')
    await talk.says('SKRIV')
    const promise = (await talk.lastEvent('callback-promised'))?.callback
    expect(promise?.slot).toEqual({ from: at('2026-12-28T09:00'), to: at('2026-12-28T12:00') })
    await until(talk, at('2026-12-28T11:59'))
    expect(await overdueAt(talk)).toBeUndefined()
    expect(await toldIn(talk)).toEqual([])
    await until(talk, at('2026-12-28T12:00'))
    expect(await overdueAt(talk)).toBe(at('2026-12-28T12:00'))
  })
})

async function isWatched(talk: Talk): Promise<boolean> {
  const ripe = await talk.house.storage.dues.ripe('2040-01-01T00:00:00.000Z', 10_000)
  return ripe.some(
    ({ conversationId, what }) =>
      conversationId === talk.conversationId && what === 'holder-offline',
  )
}

async function* take<T>(source: AsyncIterable<T>): AsyncIterable<T> {
  for await (const one of source) {
    yield one
    return
  }
}
