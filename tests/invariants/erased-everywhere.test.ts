import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replay } from '#conversation/conversation.ts'
import type { House } from '#house'
import { MONDAY_MORNING, settableClock } from '#tests/kit/settable-clock.ts'
import { openTestHouse, startTalk, type Talk } from '#tests/kit/start-talk.ts'

const NAME = 'Kanariefuglen Kvirrevit'
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
    leave()
  })
  afterAll(async () => {
    await house.close()
    rmSync(folder, { recursive: true })
  })

  it('not in the database, its WAL or its index, and the planted control is', async () => {
    expect(filesWith(NAME)).not.toEqual([])
    await house.engine.dialogue.erase(talk.conversationId)
    expect(filesWith(STAYS)).not.toEqual([])
    expect(filesWith(NAME)).toEqual([])
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
    expect(JSON.stringify(lines)).not.toContain(NAME)
  })
})

function filesWith(text: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => readFileSync(join(folder, file)).includes(text))
}
