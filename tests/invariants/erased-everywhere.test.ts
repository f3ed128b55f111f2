import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replay } from '#conversation/conversation.ts'
import type { House } from '#house'
import { MONDAY_MORNING, settableClock } from '#tests/kit/settable-clock.ts'
import { openTestHouse, startTalk, type Talk } from '#tests/kit/start-talk.ts'

const NAME = 'Kanariefuglen Kvirrevit'
/** Of a number that the citizen gave for a call, as it is kept and as it was written. */
const NUMBER = ['31415926', '31 41 59 26']
const STAYS = 'Kontrolfuglen Pip'
const folder = mkdtempSync(join(tmpdir(), 'front-door-'))

describe('I10 an erased text is nowhere', () => {
  let house: House
  let talk: Talk
  const clock = settableClock(MONDAY_MORNING)
  beforeAll(async () => {
    house = await openTestHouse(clock, folder)
    const shared = { house, clock }
    const other = await startTalk({ shared, channel: 'sms' })
    await other.says(`Jeg hedder ${STAYS}`)
    const leave = house.presence.enter('mette')
    talk = await startTalk({ shared })
    await talk.says(`Hej, jeg hedder ${NAME} og vil have et pas`)
    await talk.says('jeg vil tale med et menneske')
    const { staffActs } = house.engine
    await staffActs.claim(talk.conversationId, 'mette')
    await staffActs.say(talk.conversationId, 'mette', `Hej ${NAME}`, 'm1')
    await staffActs.note(talk.conversationId, 'mette', `${NAME} ringer igen`)
    await staffActs.returnToBot(talk.conversationId, 'mette')
    // Stored anew once the rest of the number has come.
    await talk.says(`${NAME} 010190`)
    await talk.says('-1234')
    await talk.says('Hvad koster et pas?')
    const of = (await talk.lastEvent('reply-chosen'))?.reply.id ?? ''
    const comment = `${NAME} forstår det ikke`
    await house.engine.dialogue.giveFeedback(talk.conversationId, { of, helped: false, comment })
    leave()
    await talk.says('menneske', { via: 'chosen', choice: 'human' })
    await talk.says('ring', { via: 'chosen', choice: 'call-me' })
    await talk.says(NUMBER[1] ?? '')
    await talk.says('den første')
    expect(await staffActs.showNumber(talk.conversationId, 'mette')).toContain(NUMBER[0])
    await staffActs.reportCallback(talk.conversationId, 'mette', 'tried', `${NAME} tog den ikke`)
  })
  afterAll(async () => {
    await house.close()
    rmSync(folder, { recursive: true })
  })

  it('not in the database, its WAL or its index, and the planted control is', async () => {
    expect(filesWith(NAME)).not.toEqual([])
    expect(filesWith(NUMBER[0] ?? '')).not.toEqual([])
    await house.engine.staffActs.erase(talk.conversationId, 'mette', `Ring ${NUMBER[1]}`)
    expect(filesWith(STAYS)).not.toEqual([])
    for (const gone of [NAME, ...NUMBER]) expect(filesWith(gone)).toEqual([])
  })

  it.each(['by the citizen', 'by time'])('not when it is erased %s either', async (way) => {
    const name = `Kanariefuglen ${way.replaceAll(' ', '-')}`
    const short = await startTalk({ shared: { house, clock }, at: clock.now() })
    await short.says(`Jeg hedder ${name}`)
    await short.says(`${name} 010190`)
    await short.says('-1234')
    expect(filesWith(name)).not.toEqual([])
    if (way === 'by the citizen') await house.engine.dialogue.erase(short.conversationId)
    else {
      await house.engine.dialogue.close(short.conversationId)
      await short.passes(91 * 24 * 60 * 60_000)
    }
    await expect.poll(() => filesWith(name)).toEqual([])
  })

  it('and the conversation still replays and reads', async () => {
    const events = await talk.events()
    expect(replay(events)).toMatchObject({
      erased: true,
      handledBy: 'nobody',
      version: events.length,
    })
    const lines = await house.engine.transcript(talk.conversationId)
    expect(lines.length).toBeGreaterThan(3)
    for (const gone of [NAME, ...NUMBER]) expect(JSON.stringify(lines)).not.toContain(gone)
  })
})

function filesWith(text: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => readFileSync(join(folder, file)).includes(text))
}
