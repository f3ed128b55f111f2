import type { Statements } from './statements.ts'

/**
 * Moves everything into the database file and empties the WAL, so that deleted texts are not left in it.
 * False when another program was reading; it waits for that as long as for every lock.
 */
export function truncateWal(statements: Statements): boolean {
  return statements.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0
}
