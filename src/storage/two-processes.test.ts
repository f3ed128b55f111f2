import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { after, heard, talkView, usual } from './contract/kit.ts'
import { temporaryFolder } from './contract/temporary-folder.ts'
import { openSqlite } from './open-sqlite.ts'

test('what a command sets in a register counts at once in the running server', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  await using server = openSqlite({ ...usual, path, views: [talkView] })
  await using command = openSqlite({ ...usual, path })
  await command.registers.set('switches', 'bot', '{"off":true}', {
    by: 'mette',
    at: after(0),
    why: 'odd answers',
  })
  expect(await server.registers.get('switches', 'bot')).toBe('{"off":true}')
  expect(await server.registers.audit('switches')).toHaveLength(1)
})

test('views see what another process appended without knowing them', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  await using server = openSqlite({ ...usual, path, views: [talkView] })
  await using command = openSqlite({ ...usual, path })
  await server.log.record('a', { events: [heard('u1')] })
  await command.log.record('a', { events: [heard('u2')] })
  await server.log.record('a', { events: [heard('u3')] })
  expect(await server.views.get(talkView, 'a')).toEqual({ heard: 3, replied: 0 })
})

test('an erasure waits until another process has read to its end; the server works on meanwhile', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  await using storage = openSqlite({ ...usual, path })
  const personal = [{ of: 'u1', field: 'text', value: 'my secret' }] as const
  await storage.log.record('a', { events: [heard('u1')], personal })
  using reader = new DatabaseSync(path)
  reader.exec('BEGIN; SELECT count(*) FROM events')
  const erasing = storage.personal.erase('a')
  await storage.log.record('b', { events: [heard('u2')] })
  expect(readFileSync(`${path}-wal`).includes('my secret')).toBe(true)
  reader.exec('COMMIT')
  await erasing
  expect(readFileSync(`${path}-wal`).includes('my secret')).toBe(false)
  expect(readFileSync(path).includes('my secret')).toBe(false)
})

test('a view that is new, left behind or dropped is made again at start', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  const before = openSqlite({ ...usual, path })
  await before.log.record('a', { events: [heard('u1'), heard('u2')] })
  await before.close()
  const damages = [
    '',
    'DELETE FROM view_documents; DELETE FROM view_cursors',
    `UPDATE view_cursors SET position = 1; UPDATE view_documents SET json = '{"heard":9}'`,
  ]
  for (const damage of damages) {
    const database = new DatabaseSync(path)
    database.exec(damage)
    database.close()
    await using storage = openSqlite({ ...usual, path, views: [talkView] })
    expect(await storage.views.list(talkView)).toEqual([
      { key: 'a', doc: { heard: 2, replied: 0 } },
    ])
  }
})
