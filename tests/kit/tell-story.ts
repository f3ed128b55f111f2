import type { ConversationEvent } from '#conversation/events.ts'
import { FRIDAY_NIGHT, MONDAY_MORNING } from './settable-clock.ts'
import { type SharedHouse, startTalk, type Talk } from './start-talk.ts'

/** A night and a morning in one house: every kind of event that the engine records, but for what only providers report. */
export async function tellStory(shared: SharedHouse): Promise<readonly Talk[]> {
  const { house, clock } = shared
  const { staffActs, dialogue } = house.engine
  const pressed = (choice: 'human' | 'call-me') => ({ via: 'chosen', choice }) as const
  const night = { shared, at: FRIDAY_NIGHT }

  const caller = await startTalk({ ...night, address: `web:${crypto.randomUUID()}` })
  await caller.says('Hvordan får jeg et nyt pas?')
  await caller.says('og hvad koster det?')
  const answer = await caller.lastEvent('reply-chosen')
  await dialogue.giveFeedback(caller.conversationId, {
    of: answer?.reply.id ?? '',
    helped: false,
    comment: 'Der mangler noget om børn.',
  })
  await caller.says('menneske', pressed('human'))
  await caller.says('ring', pressed('call-me'))
  await caller.says('20 00 01 23')
  await caller.says('den anden')

  const texter = await startTalk({
    ...night,
    channel: 'sms',
    address: `sms:${crypto.randomUUID()}`,
  })
  await texter.says('Hvad koster et nyt pas?')
  await texter.says('MENNESKE')
  await texter.says('SKRIV')
  const stopped = await startTalk({
    ...night,
    channel: 'sms',
    address: `sms:${crypto.randomUUID()}`,
  })
  await optWord(stopped, 'out')
  await optWord(stopped, 'in')

  clock.set(MONDAY_MORNING)
  const leave = house.presence.enter('mette')
  await staffActs.claim(texter.conversationId, 'mette')
  await staffActs.say(texter.conversationId, 'mette', 'Passet er klar i morgen.', 'm1')
  await staffActs.returnToBot(texter.conversationId, 'mette')
  await staffActs.close(texter.conversationId, 'mette', 'solved-by-staff', 'Svaret gavs.')
  await staffActs.reopen(texter.conversationId, 'mette')
  await staffActs.close(texter.conversationId, 'mette', 'solved-by-staff', 'Nu er det sagt.')
  await staffActs.reportCallback(caller.conversationId, 'mette', 'tried', '')
  await staffActs.reportCallback(caller.conversationId, 'mette', 'reached', 'Talt sammen.')

  const day = { shared, at: MONDAY_MORNING }
  const waiting = await startTalk(day)
  await waiting.says('jeg vil tale med et menneske')
  await waiting.passes(6 * 60_000)
  await waiting.says('jeg vil ikke leve mere')
  await staffActs.claim(waiting.conversationId, 'mette')
  await staffActs.note(waiting.conversationId, 'mette', 'Ring til vagten.')
  leave()
  await waiting.passes(4 * 60_000)

  const erased = await startTalk(night)
  await erased.says('Mit navn er Kanariefugl Jensen')
  await erased.says('menneske', pressed('human'))
  await erased.says('ring', pressed('call-me'))
  await erased.says('20 00 01 23')
  await erased.says('den første')
  await dialogue.erase(erased.conversationId)
  const off = await startTalk(day)
  await house.storage.registers.set('switches', 'desk', '{}', why(shared))
  await off.says('menneske tak')
  await house.storage.registers.set('switches', 'desk', null, why(shared))
  await off.passes(26 * 60_000)
  await off.passes(6 * 60_000)
  const closedOn = await waitAtClosing(shared)
  await dialogue.reportDelivery(texter.conversationId, 'm1', { status: 'delivered' }, 'd1')
  return [caller, texter, stopped, waiting, erased, off, closedOn]
}

/** Somebody asks for a person two minutes before the desk closes. */
async function waitAtClosing(shared: SharedHouse): Promise<Talk> {
  const leave = shared.house.presence.enter('mette')
  const talk = await startTalk({ shared, at: '2026-06-08T13:58:00.000Z' })
  await talk.says('menneske tak')
  leave()
  await talk.passes(3 * 60_000)
  return talk
}

/** Everything that was recorded in the house. */
export async function allEvents({ house }: SharedHouse): Promise<readonly ConversationEvent[]> {
  return (await house.storage.log.after(0, 100_000)).map(({ event }) => event)
}

function optWord(talk: Talk, way: 'out' | 'in') {
  const said = { via: 'typed' } as const
  const incoming = { channel: 'sms', address: 'sms:stop', messageId: way, text: way, said } as const
  return talk.house.engine.dialogue.opt('sms:stop', way, incoming, '+4520000123')
}

function why({ clock }: SharedHouse) {
  return { by: 'lead', at: clock.now(), why: 'story' }
}
