import type { PersonalField, PersonalValue } from '#dialogue/ports.ts'
import type { Statements } from './statements.ts'

/**
 * Texts stand in a table of their own, in the order in which they came, and never move: SQLite leaves a copy behind when
 * it moves a row to make room (even with `secure_delete`), and that copy would outlive the erasure of the row. So a text
 * is only ever added at the end and overwritten where it stands. `personal_places` says which text is whose; it may be
 * moved about, it holds no texts.
 */

/** Blank texts that stay between those that are removed and those that are kept, so that removing moves none of these. */
const BLANKS_KEPT = 5_000

export function readValue(
  statements: Statements,
  conversationId: string,
  of: string,
  field: PersonalField,
): string | undefined {
  const sql = `SELECT value FROM personal_places JOIN personal_texts USING (number)
    WHERE conversation_id = ? AND of_id = ? AND field = ?`
  return statements.get<{ value: string }>(sql, conversationId, of, field)?.value
}

export function readValues(statements: Statements, conversationId: string): PersonalValue[] {
  const sql = `SELECT of_id AS "of", field, value FROM personal_places JOIN personal_texts USING (number)
    WHERE conversation_id = ? ORDER BY number`
  return statements.all<PersonalValue>(sql, conversationId)
}

/** All below are for use inside a transaction. */
export function writeValue(
  statements: Statements,
  conversationId: string,
  { of, field, value }: PersonalValue,
) {
  const { rowId } = statements.run('INSERT INTO personal_texts (value) VALUES (?)', value)
  const fresh = 'INSERT OR IGNORE INTO personal_places VALUES (?, ?, ?, ?)'
  if (statements.run(fresh, conversationId, of, field, rowId).changes > 0) return
  // Nearly every value is new; one that is there already is overwritten first.
  const which = 'conversation_id = ? AND of_id = ? AND field = ?'
  blank(statements, which, conversationId, of, field)
  const sql = `UPDATE personal_places SET number = ? WHERE ${which}`
  statements.run(sql, rowId, conversationId, of, field)
}

export function isErased(statements: Statements, conversationId: string): boolean {
  const sql = 'SELECT 1 FROM erased WHERE conversation_id = ?'
  return statements.get(sql, conversationId) !== undefined
}

export function eraseValues(statements: Statements, conversationId: string) {
  statements.run('INSERT OR IGNORE INTO erased VALUES (?)', conversationId)
  blank(statements, 'conversation_id = ?', conversationId)
  statements.run('DELETE FROM personal_places WHERE conversation_id = ?', conversationId)
  removeOldBlanks(statements)
}

/** Overwrites in place: SQLite does so when the new value has as many bytes as the old one. */
function blank(statements: Statements, which: string, ...values: string[]) {
  statements.run(
    `UPDATE personal_texts SET value = replace(hex(zeroblob(octet_length(value))), '00', ' ')
     WHERE number IN (SELECT number FROM personal_places WHERE ${which})`,
    ...values,
  )
}

/** Texts are erased after their retention, the oldest first, so the blank ones gather at the beginning. */
function removeOldBlanks(statements: Statements) {
  statements.run(
    `DELETE FROM personal_texts WHERE number < coalesce(
       (SELECT min(number) FROM personal_places), (SELECT max(number) FROM personal_texts)) - ?`,
    BLANKS_KEPT,
  )
}
