import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelName, Language } from '#conversation/events.ts'
import { FRIDAY_NIGHT, MONDAY_MORNING } from '#tests/kit/settable-clock.ts'
import { openSharedHouse, type SharedHouse, startTalk, type Talk } from '#tests/kit/start-talk.ts'

const asking: Record<Language, string> = {
  da: 'jeg vil gerne tale med et menneske',
  en: 'I want to talk to a human please',
}
/** What brings a conversation into each state in which the bot has the word. */
const states: Record<string, (talk: Talk, language: Language) => Promise<unknown>> = {
  'as the very first thing': async () => {},
  'after an answer': (talk, language) =>
    talk.says(
      language === 'da' ? 'Hvordan får jeg et nyt pas?' : 'How do I renew my Danish passport?',
    ),
  'after a question back': (talk) => talk.says('et nyt pas'),
  'after something unknown': (talk) => talk.says('xqzt brrk vlomp'),
  'after an offer of a person was declined': async (talk, language) => {
    await talk.says('xqzt brrk vlomp')
    await talk.says(language === 'da' ? 'nej tak' : 'no thanks')
  },
  'when a number is asked for': async (talk) => {
    await talk.says('menneske', { via: 'chosen', choice: 'human' })
    await talk.says('ring', { via: 'chosen', choice: 'call-me' })
  },
  'when a time is asked for': async (talk) => {
    await talk.says('menneske', { via: 'chosen', choice: 'human' })
    await talk.says('ring', { via: 'chosen', choice: 'call-me' })
    await talk.says('20 00 01 23')
  },
  'after a crisis': (talk, language) =>
    talk.says(language === 'da' ? 'jeg vil ikke leve mere' : 'I want to kill myself'),
}
/** What may have happened to somebody who waits for a person. */
const waits: Record<string, (talk: Talk) => Promise<unknown>> = {
  'in the queue': async () => {},
  'in the queue after more was written': (talk) => talk.says('det haster'),
  'after waiting too long': (talk) => talk.passes(6 * 60_000),
  'when the desk closed meanwhile': async (talk) => {
    talk.clock.set('2026-06-08T18:00:00.000Z')
    await talk.passes(0)
  },
  'after the holder was lost': async (talk) => {
    const { conversationId: id, house } = talk
    await house.engine.staffActs.claim(id, 'jens')
    const at = talk.clock.now()
    await house.storage.log.record(id, { events: [], dues: [{ what: 'holder-offline', at }] })
    await talk.passes(0)
  },
  'after staff gave it back': async (talk) => {
    await talk.house.engine.staffActs.claim(talk.conversationId, 'jens')
    await talk.house.engine.staffActs.returnToBot(talk.conversationId, 'jens')
  },
}
const pressed = ['Tal med et menneske', { via: 'chosen', choice: 'human' }] as const
const channels: readonly ChannelName[] = ['web-chat', 'sms', 'terminal']

let shared: SharedHouse
beforeAll(async () => {
  shared = await openSharedHouse()
})
afterAll(() => shared.house.close())

describe.each(channels)('I11 a person on %s', (channel) => {
  describe.each(['da', 'en'] as const)('in %s', (language) => {
    it.each(Object.keys(states))('can be had %s, in one turn', async (state) => {
      await using night = await startTalk({ shared, channel, language, at: FRIDAY_NIGHT })
      await states[state]?.(night, language)
      await night.says(asking[language])
      const offered = await night.lastEvent('reply-chosen')
      expect(offered?.reply.outcome).toBe('handed-off-callback')
      expect(offered?.reply.language).toBe(language)
      expect((await night.lastEvent('handoff-requested'))?.reason).toBe('asked-for-human')
    })

    it.each(Object.keys(states))('can be had by a press %s', async (state) => {
      await using night = await startTalk({ shared, channel, language, at: FRIDAY_NIGHT })
      await states[state]?.(night, language)
      await night.says(...pressed)
      expect((await night.lastEvent('reply-chosen'))?.reply.outcome).toBe('handed-off-callback')
    })

    it.each(Object.keys(waits).flatMap((state) => ['words', 'a press'].map((how) => [state, how])))(
      'is still to be had %s, asked for by %s, each time',
      async (state, how) => {
        await using day = await startTalk({ shared, channel, language, at: MONDAY_MORNING })
        const leave = day.house.presence.enter('mette')
        await day.says(asking[language])
        await waits[state ?? '']?.(day)
        for (let times = 0; times < 2; times += 1) {
          const before = (await day.events()).length
          if (how === 'words') await day.says(asking[language])
          else await day.says(...pressed)
          const since = (await day.events()).slice(before)
          const reply = since.find((event) => event.type === 'reply-chosen')
          expect(reply?.reply.outcome).toMatch(/^handed-off-(queued|callback)$/)
          const names = reply?.reply.says.map((saying) => 'reply' in saying && saying.reply)
          // That a text is kept is no answer to who asks for a person.
          expect(names).not.toContain('noted')
        }
        leave()
      },
    )
  })

  it('is queued for at once while somebody is on', async () => {
    await using day = await startTalk({ shared, channel, at: MONDAY_MORNING })
    const leave = day.house.presence.enter('mette')
    await day.says(asking.da)
    expect((await day.lastEvent('reply-chosen'))?.reply.outcome).toBe('handed-off-queued')
    expect(await day.lastEvent('handoff-queued')).toMatchObject({ queue: 'borgerservice' })
    await day.says(asking.da)
    expect((await day.events()).filter(({ type }) => type === 'handoff-queued')).toHaveLength(1)
    leave()
  })

  it('can be had while the bot is switched off', async () => {
    await using night = await startTalk({ shared, channel, at: FRIDAY_NIGHT })
    const why = { by: 'lead', at: night.clock.now(), why: 'test' }
    await night.house.storage.registers.set('switches', 'bot', '{}', why)
    try {
      await night.says(asking.da)
      expect((await night.lastEvent('reply-chosen'))?.reply.outcome).toBe('handed-off-callback')
      await night.says(...pressed)
      expect((await night.lastEvent('reply-chosen'))?.reply.outcome).toBe('handed-off-callback')
    } finally {
      await night.house.storage.registers.set('switches', 'bot', null, why)
    }
  })

  it('can be had again after a callback was promised, and after it was taken back', async () => {
    await using night = await startTalk({ shared, channel, at: FRIDAY_NIGHT })
    await states['when a time is asked for']?.(night, 'da')
    await night.says('den første')
    expect(await night.lastEvent('callback-promised')).toBeDefined()
    await night.says(asking.da)
    expect((await night.lastEvent('reply-chosen'))?.reply.outcome).toBe('handed-off-callback')
    await night.says('nej tak')
    expect(await night.lastEvent('callback-cancelled')).toBeDefined()
    await night.says(asking.da)
    const reply = (await night.lastEvent('reply-chosen'))?.reply
    expect(reply?.says.at(-1)).toMatchObject({ reply: 'closed' })
  })

  it('is still waited for after waiting too long, and can be had again after leaving', async () => {
    await using day = await startTalk({ shared, channel, at: MONDAY_MORNING })
    const leave = day.house.presence.enter('mette')
    await day.says(asking.da)
    await day.passes(6 * 60_000)
    await day.says(asking.da)
    const again = (await day.lastEvent('reply-chosen'))?.reply
    expect(again?.says.at(-1)).toMatchObject({ reply: 'already-queued' })
    await day.says('ud', { via: 'chosen', choice: 'leave-queue' })
    await day.says(asking.da)
    expect((await day.lastEvent('reply-chosen'))?.reply.outcome).toBe('handed-off-queued')
    leave()
  })
})
