import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '#platform/errors.ts'

/**
 * Brings the database up to date by the numbered files of `migrations/`, in order, each once; there is no way back.
 * Throws `data-newer` when a later release has written it. It always writes, so that a read-only file shows at start.
 */
export function migrate(database: DatabaseSync) {
  const migrations = readMigrations()
  database.exec('BEGIN IMMEDIATE')
  try {
    // Another process may have migrated while this one waited for its turn.
    refuseNewer(database)
    for (const sql of migrations.slice(versionOf(database))) database.exec(sql)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

export function refuseNewer(database: DatabaseSync) {
  const version = versionOf(database)
  const known = readMigrations().length
  if (version <= known) return
  throw new AppError(
    'data-newer',
    `The database has version ${version}; this release knows versions up to ${known}.`,
    'Start the newer release, or put back the backup from before the upgrade. Nothing was changed.',
  )
}

function readMigrations(): string[] {
  const folder = join(import.meta.dirname, 'migrations')
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  return files.sort().map((file) => readFileSync(join(folder, file), 'utf8'))
}

function versionOf(database: DatabaseSync): number {
  return Number(Object.values(database.prepare('PRAGMA user_version').get() ?? {})[0])
}
