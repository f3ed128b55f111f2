import { addErased, listErased } from './erasure-register.ts'
import { eraseValues } from './personal-values.ts'
import type { SqliteEventLog } from './sqlite-event-log.ts'
import type { Statements } from './statements.ts'

/**
 * Finishes the erasures that a crash interrupted, and repeats those that a restored backup does not know: their texts
 * go again, and the log says so. For use inside a transaction.
 */
export function resumeErasures(
  statements: Statements,
  log: SqliteEventLog,
  path: string,
  now: string,
) {
  const registered = listErased(path)
  for (const id of erasedInLog(statements)) {
    if (!registered.includes(id)) addErased(path, id)
    eraseValues(statements, id)
  }
  for (const id of registered) {
    eraseValues(statements, id)
    if (lacksErasure(statements, id)) {
      log.write(id, { events: [{ type: 'text-erased', at: now }] })
    }
  }
}

/** Conversations whose log says that their texts are gone, while some are still there. */
function erasedInLog(statements: Statements): string[] {
  const sql = `SELECT DISTINCT conversation_id AS id FROM personal_places WHERE conversation_id IN
    (SELECT conversation_id FROM events WHERE type = 'text-erased')`
  return statements.all<{ id: string }>(sql).map(({ id }) => id)
}

function lacksErasure(statements: Statements, conversationId: string): boolean {
  const sql = `SELECT max(type = 'text-erased') AS erased FROM events WHERE conversation_id = ?`
  return statements.get<{ erased: number | null }>(sql, conversationId)?.erased === 0
}
