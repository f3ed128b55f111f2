import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '#platform/errors.ts'
import { refuseNewer } from './migrate.ts'
import { inPlainWords } from './storage-error.ts'

/** A command may write a register while the server runs; both wait for each other this long. */
export const BUSY_TIMEOUT_MS = 5_000

/** Opens the database so that a commit is on the disk and a deleted text is gone, or throws an AppError. */
export function openDatabase(path: string): DatabaseSync {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
    try {
      refuseNewer(database)
      configure(database, path === ':memory:' ? 'memory' : 'wal')
    } catch (error) {
      database.close()
      throw error
    }
    return database
  } catch (error) {
    throw inPlainWords(error)
  }
}

/** Settings are read back: SQLite keeps silent about those that it could not take. */
function configure(database: DatabaseSync, journal: 'wal' | 'memory') {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
  `)
  expectSetting(database, 'journal_mode', journal)
  expectSetting(database, 'synchronous', 2)
  expectSetting(database, 'foreign_keys', 1)
  expectSetting(database, 'secure_delete', 1)
}

export function expectSetting(database: DatabaseSync, name: string, expected: string | number) {
  const row = database.prepare(`PRAGMA ${name}`).get() ?? {}
  const actual = Object.values(row)[0]
  if (actual === expected) return
  throw new AppError(
    'storage-failed',
    `The database does not take the setting ${name} = ${expected}; it stays ${actual}.`,
    'Without it messages could be lost or stay readable after deletion. Put the data folder on a local disk.',
  )
}
