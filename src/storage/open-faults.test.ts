import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { heard, usual } from './contract/kit.ts'
import { temporaryFolder } from './contract/temporary-folder.ts'
import { expectSetting, openDatabase } from './open-database.ts'
import { openSqlite } from './open-sqlite.ts'

test('a folder that is missing is made; what was kept is there after a restart', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'new', 'data', 'a.db')
  const first = openSqlite({ ...usual, path })
  await first.log.record('a', { events: [heard('u1')] })
  await first.close()
  await using second = openSqlite({ ...usual, path })
  expect(await second.log.read('a')).toHaveLength(1)
})

test('a read-only data folder is refused at start with what to do', async () => {
  using folder = temporaryFolder()
  const data = join(folder.path, 'data')
  mkdirSync(data)
  const path = join(data, 'a.db')
  await openSqlite({ ...usual, path }).close()
  chmodSync(folder.path, 0o755)
  chmodSync(path, 0o444)
  chmodSync(data, 0o555)
  asNobody(() => {
    const unwritable = expect.objectContaining({
      code: 'data-unwritable',
      todo: expect.stringContaining('own the folder'),
    })
    expect(() => openSqlite({ ...usual, path })).toThrow(unwritable)
    expect(() => openSqlite({ ...usual, path: join(data, 'new.db') })).toThrow(unwritable)
    expect(() => openSqlite({ ...usual, path: join(data, 'sub', 'new.db') })).toThrow(unwritable)
  })
  chmodSync(data, 0o755)
})

test('a folder that is a file is refused with what to do', () => {
  using folder = temporaryFolder()
  writeFileSync(join(folder.path, 'data'), '')
  expect(() => openSqlite({ ...usual, path: join(folder.path, 'data', 'a.db') })).toThrow(
    expect.objectContaining({ code: 'data-unwritable' }),
  )
})

test('a database of a later release is refused, and not touched', () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  const later = new DatabaseSync(path)
  later.exec('PRAGMA user_version = 99')
  later.close()
  const before = readFileSync(path)
  expect(() => openSqlite({ ...usual, path })).toThrow(
    expect.objectContaining({ code: 'data-newer', what: expect.stringContaining('99') }),
  )
  expect(readFileSync(path)).toEqual(before)
})

test('a file that is no database is refused, and not touched', () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  writeFileSync(path, 'Dear diary, '.repeat(1_000))
  expect(() => openSqlite({ ...usual, path })).toThrow(
    expect.objectContaining({ code: 'storage-failed', what: expect.stringContaining('damaged') }),
  )
  expect(readFileSync(path, 'utf8')).toMatch(/^Dear diary/)
})

test('a commit is on the disk before it counts, and a setting that was not taken is noticed', () => {
  using folder = temporaryFolder()
  using database = openDatabase(join(folder.path, 'a.db'))
  expect(() => expectSetting(database, 'journal_mode', 'wal')).not.toThrow()
  expect(() => expectSetting(database, 'synchronous', 2)).not.toThrow()
  database.exec('PRAGMA synchronous = NORMAL')
  expect(() => expectSetting(database, 'synchronous', 2)).toThrow(
    expect.objectContaining({ code: 'storage-failed' }),
  )
})

/** Permissions do not bind root, as which tests run in some containers. */
function asNobody(action: () => void) {
  if (process.getuid?.() !== 0) return action()
  process.seteuid?.(65_534)
  try {
    action()
  } finally {
    process.seteuid?.(0)
  }
}
