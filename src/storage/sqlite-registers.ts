import type { AuditEntry, Registers } from '#dialogue/ports.ts'
import type { GroupCommit } from './group-commit.ts'
import type { Kept } from './kept.ts'
import type { Statements } from './statements.ts'

type Row = { key: string; json: string }

/** A command may write a register while the server runs, and it counts at once. */
export class SqliteRegisters implements Registers {
  readonly #statements: Statements
  readonly #commits: GroupCommit
  readonly #lists = new Map<string, readonly Row[]>()

  constructor(statements: Statements, commits: GroupCommit, kept: Kept) {
    this.#statements = statements
    this.#commits = commits
    kept.add(() => this.#lists.clear())
  }

  get(register: string, key: string): Promise<string | undefined> {
    const sql = 'SELECT json FROM registers WHERE register = ? AND key = ?'
    return this.#commits.read(
      () => this.#statements.get<{ json: string }>(sql, register, key)?.json,
    )
  }

  list(register: string): Promise<readonly Row[]> {
    return this.#commits.read(() => {
      const known = this.#lists.get(register)
      if (known) return known
      const sql = 'SELECT key, json FROM registers WHERE register = ? ORDER BY key'
      const rows = this.#statements.all<Row>(sql, register)
      this.#lists.set(register, rows)
      return rows
    })
  }

  set(register: string, key: string, json: string | null, entry: AuditEntry): Promise<void> {
    return this.#commits.run(() => {
      this.#lists.delete(register)
      if (json === null) {
        const sql = 'DELETE FROM registers WHERE register = ? AND key = ?'
        this.#statements.run(sql, register, key)
      } else {
        this.#statements.run(
          'INSERT OR REPLACE INTO registers VALUES (?, ?, ?)',
          register,
          key,
          json,
        )
      }
      this.#statements.run(
        'INSERT INTO audit (register, key, json, by, at, why) VALUES (?, ?, ?, ?, ?, ?)',
        register,
        key,
        json,
        entry.by,
        entry.at,
        entry.why,
      )
    })
  }

  audit(
    register: string,
    newest?: number,
  ): Promise<readonly (AuditEntry & { key: string; json: string | null })[]> {
    // Without a number there is no limit.
    const sql = `SELECT key, json, by, at, why FROM
      (SELECT * FROM audit WHERE register = ? ORDER BY number DESC LIMIT ?) ORDER BY number`
    return this.#commits.read(() => this.#statements.all(sql, register, newest ?? -1))
  }
}
