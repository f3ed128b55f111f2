import { BUSY_TIMEOUT_MS } from './open-database.ts'
import type { Statements } from './statements.ts'

/**
 * Moves everything into the database file and empties the WAL, so that deleted texts are not left in it.
 * False when another program was reading: `wait` lets it finish first, but nothing else runs in the meantime.
 */
export function truncateWal(statements: Statements, { wait }: { wait: boolean }): boolean {
  if (!wait) statements.get('PRAGMA busy_timeout = 0')
  try {
    return statements.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0
  } finally {
    if (!wait) statements.get(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
  }
}
