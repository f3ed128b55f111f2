import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ConversationEvent } from '#conversation/events.ts'
import { setSwitch } from '#dialogue/off-switches.ts'
import type { Recorded } from '#dialogue/ports.ts'
import { at } from '#handoff/fixtures/hours.ts'
import { type SharedHouse, startTalk, type Talk } from '#tests/kit/start-talk.ts'
import { type ContentEdit, openFieldHouse } from './field-house.ts'

const TEN = at('2026-06-09T10:00')
const OLD = /891/
const questions = [
  'Hvad koster et nyt pas til en voksen?',
  'hvad koster det?',
  'How much is a passport for an adult?',
  'sig det igen',
  'og hvor får jeg taget et pasfoto?',
  'Hvordan fornyer jeg mit pas?',
]

describe('fc036 · an answer that is taken back', () => {
  it('is given to none of 20 citizens who ask in a loop, from the moment it is switched off', async () => {
    await using house = await openFieldHouse({ at: TEN })
    const citizens = await citizensIn(house, 20)
    const { log } = house.house.storage
    let offAt = Number.POSITIVE_INFINITY
    const loops = citizens.map(async (talk, i) => {
      for (let round = 0; round < 8; round += 1)
        await talk.says(questions[(i + round) % questions.length] ?? '')
    })
    const lead = async () => {
      // In the middle of it: some have been answered, some are being answered.
      await expect.poll(async () => restsOn(await log.after(0, 10_000)).length).toBeGreaterThan(15)
      await off(house)
      offAt = await log.newestPosition()
    }
    await Promise.all([...loops, lead()])
    const all = await log.after(0, 10_000)
    expect(restsOn(all.filter(({ position }) => position <= offAt)).length).toBeGreaterThan(15)
    const after = all.filter(({ position }) => position > offAt)
    expect(after.filter(({ event }) => event.type === 'reply-chosen').length).toBeGreaterThan(20)
    expect(restsOn(after)).toEqual([])
    const said = await textsOf(house, after)
    expect(said.filter((text) => OLD.test(text))).toEqual([])
  })

  it.each(['web-chat', 'sms'] as const)(
    'comes back by no way round while it is off, on %s',
    async (channel) => {
      await using house = await openFieldHouse({ at: TEN })
      const talk = await startTalk({ shared: house, channel, at: TEN })
      expect(await talk.says('Hvad koster et nyt pas til en voksen?')).toMatch(OLD)
      await off(house)
      const before = (await talk.recorded()).at(-1)?.position ?? 0
      for (const question of questions) expect(await talk.says(question)).not.toMatch(OLD)
      // Also not by a press on a card that is still on the screen.
      const choice = 'article:pas-voksne#price' as const
      expect(await talk.says('Pris', { via: 'chosen', choice })).not.toMatch(OLD)
      expect(restsOn((await talk.recorded()).filter(({ position }) => position > before))).toEqual(
        [],
      )
    },
  )

  it('is given in its new version after publishing, and the old price appears nowhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'field-publish-'))
    const before = await openFieldHouse({ at: TEN, dataDir: folder })
    const old = await citizensIn(before, 4)
    for (const talk of old)
      expect(await talk.says('Hvad koster et nyt pas til en voksen?')).toMatch(OLD)
    const versions = versionsIn(await old[0]?.events())
    await off(before)
    // Publishing is a start on the same data with other texts.
    const learntFile = join(folder, 'learnt.bin')
    await using after = await before.restart(at('2026-06-09T10:10'), {
      edits: newPrice,
      learntFile,
    })
    const who = { name: 'Mette', id: 'mette', at: after.clock.now() }
    const on = { way: 'on', what: 'pas-voksne', why: 'ny pris' }
    await setSwitch(after.house.storage.registers, () => true, on, who)
    const start = await after.house.storage.log.newestPosition()
    for (const [i, talk] of old.entries()) {
      const { conversationId } = talk
      const channel = channelOf(i)
      const again = { shared: after, channel, conversationId, at: after.clock.now() } as const
      const same = await startTalk({ ...again, address: addressOf(i) })
      // Follow-ups on the old answer, also "say it again".
      const follow =
        ['hvad koster det?', 'sig det igen', 'and what does it cost?', 'pris?'][i] ?? ''
      const said = await same.says(follow)
      expect(said).toMatch(/957/)
      expect(said).not.toMatch(OLD)
      const [version] = versionsIn((await same.events()).slice(-1))
      expect(versions).not.toContain(version)
    }
    const fresh = await citizensIn(after, 6)
    for (const [i, talk] of fresh.entries()) await talk.says(questions[i] ?? '')
    const said = await textsOf(after, await after.house.storage.log.after(start, 10_000))
    expect(said.length).toBeGreaterThanOrEqual(10)
    expect(said.filter((text) => OLD.test(text))).toEqual([])
    await rm(folder, { recursive: true, force: true })
  })
})

/** Another price, and articles that say so: their versions are new. */
const newPrice: readonly ContentEdit[] = [
  ['knowledge-base/facts/pas-voksne.yaml', (text) => text.replace('value: 891', 'value: 957')],
  ...(['da', 'en'] as const).map(
    (language) =>
      [
        `knowledge-base/borgerservice/pas-voksne.${language}.md`,
        (text: string) =>
          text.replace('{{fact:pas-voksne.price}}.\n', '{{fact:pas-voksne.price}}!\n'),
      ] as const,
  ),
]

const channelOf = (i: number) => (i % 2 === 0 ? 'web-chat' : 'sms')
const addressOf = (i: number) => `${channelOf(i)}:citizen-${i}`

function citizensIn(shared: SharedHouse, count: number): Promise<readonly Talk[]> {
  return Promise.all(
    Array.from({ length: count }, (_, i) => {
      const at = shared.clock.now()
      const channel = channelOf(i)
      return startTalk({ shared, channel, at, address: addressOf(i) })
    }),
  )
}

async function off({ house, clock }: SharedHouse): Promise<void> {
  const who = { name: 'Mette', id: 'mette', at: clock.now() }
  const wanted = { way: 'off', what: 'pas-voksne', why: 'prisen er forkert' }
  expect(await setSwitch(house.storage.registers, () => true, wanted, who)).toBeNull()
}

function restsOn(recorded: readonly Recorded[]): readonly Recorded[] {
  return recorded.filter(
    ({ event }) =>
      event.type === 'reply-chosen' &&
      event.reply.says.some((s) => s.from === 'article' && s.articleId === 'pas-voksne'),
  )
}

function versionsIn(events: readonly ConversationEvent[] = []): readonly string[] {
  return events.flatMap((event) =>
    event.type === 'reply-chosen'
      ? event.reply.says.flatMap((s) => (s.from === 'article' ? [s.version] : []))
      : [],
  )
}

/** Everything that was said, cards too. */
async function textsOf({ house }: SharedHouse, recorded: readonly Recorded[]): Promise<string[]> {
  const texts = await Promise.all(
    recorded.map(async ({ conversationId, event }) => {
      if (event.type !== 'reply-chosen') return []
      const { id } = event.reply
      const { personal } = house.storage
      const both = [
        await personal.get(conversationId, id, 'text'),
        await personal.get(conversationId, id, 'card'),
      ]
      return [both.filter(Boolean).join('\n')]
    }),
  )
  return texts.flat()
}
