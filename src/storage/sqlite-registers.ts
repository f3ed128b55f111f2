import type { AuditEntry, Registers } from '#dialogue/ports.ts'
import type { GroupCommit } from './group-commit.ts'
import type { Statements } from './statements.ts'

/** Nothing is held in memory: a command may write a register while the server runs, and it counts at once. */
export class SqliteRegisters implements Registers {
  readonly #statements: Statements
  readonly #commits: GroupCommit

  constructor(statements: Statements, commits: GroupCommit) {
    this.#statements = statements
    this.#commits = commits
  }

  get(register: string, key: string): Promise<string | undefined> {
    const sql = 'SELECT json FROM registers WHERE register = ? AND key = ?'
    return this.#commits.read(
      () => this.#statements.get<{ json: string }>(sql, register, key)?.json,
    )
  }

  list(register: string): Promise<readonly { key: string; json: string }[]> {
    const sql = 'SELECT key, json FROM registers WHERE register = ? ORDER BY key'
    return this.#commits.read(() => this.#statements.all(sql, register))
  }

  set(register: string, key: string, json: string | null, entry: AuditEntry): Promise<void> {
    return this.#commits.run(() => {
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
