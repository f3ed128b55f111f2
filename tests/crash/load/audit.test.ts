import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ConversationEvent } from '#conversation/events.ts'
import { heard, replied, usual } from '#storage/contract/kit.ts'
import { openSqlite } from '#storage/open-sqlite.ts'
import { audit } from './audit.ts'
import { createWitness } from './witness.ts'

const ANSWERED = 'bcdfghjk'
const SILENT = 'lmnpqrst'
const GONE = 'vwxzbcdf'

it('finds what was acknowledged and is gone, what has no answer, and what came twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'))
  try {
    const storage = openSqlite({ ...usual, path: join(folder, 'front-door.db') })
    const says = (id: string, mark: string) =>
      storage.log.record('a', {
        events: [heard(id)],
        personal: [{ of: id, field: 'text', value: `Et spørgsmål ${mark}` }],
      })
    await says('u1', ANSWERED)
    await says('u2', ANSWERED)
    await says('u3', SILENT)
    await storage.log.record('a', { events: [answers('r1', ['u1', 'u2']), answers('r2', ['u2'])] })
    await storage.close()
    const witness = createWitness()
    for (const mark of [ANSWERED, SILENT, GONE]) witness.acknowledged(mark)
    const { lost, doubled } = await audit(folder, witness, { requests: [] })
    expect(lost).toEqual([
      `"${GONE}": acknowledged and not kept`,
      'u3: never answered',
      'text r1: never sent',
      'text r2: never sent',
      '2 texts stay in the outbox',
    ])
    expect(doubled).toEqual([`"${ANSWERED}": kept 2 times`, 'u2: answered 2 times'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

function answers(id: string, utteranceIds: readonly string[]): ConversationEvent {
  const event = replied(id)
  if (event.type !== 'reply-chosen') throw new Error('not a reply')
  return { ...event, reply: { ...event.reply, utteranceIds } }
}
