import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Every column of the database in which a text stands, as `table.column`, whatever its case. */
export function columnsWith(databasePath: string, text: string): readonly string[] {
  const database = new DatabaseSync(databasePath, { readOnly: true })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
    return tables.flatMap(({ name: table }) =>
      database
        .prepare(`PRAGMA table_info(${table})`)
        .all()
        .filter(({ name: column }) => {
          const sql = `SELECT ${column} AS value FROM ${table}`
          return database
            .prepare(sql)
            .all()
            .some(({ value }) => holds(String(value), text))
        })
        .map(({ name: column }) => `${table}.${column}`),
    )
  } finally {
    // An open reader would keep an erasure from emptying the WAL.
    database.close()
  }
}

/** The files of a folder in whose bytes a text stands, in any case that people write it in. */
export function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => holds(readFileSync(join(folder, file), 'utf8'), text))
    .toSorted()
}

function holds(where: string, text: string): boolean {
  return where.toLowerCase().includes(text.toLowerCase())
}
