import type { Due, DueTimes } from '#dialogue/ports.ts'
import type { GroupCommit } from './group-commit.ts'
import { instantMs } from './instant.ts'
import type { Statements } from './statements.ts'

type DueRow = { conversation_id: string; what: Due['what']; at: string }

export class SqliteDueTimes implements DueTimes {
  readonly #statements: Statements
  readonly #commits: GroupCommit

  constructor(statements: Statements, commits: GroupCommit) {
    this.#statements = statements
    this.#commits = commits
  }

  ripe(at: string, limit: number): Promise<readonly Due[]> {
    return this.#commits.read(() =>
      this.#statements
        .all<DueRow>(
          `SELECT conversation_id, what, at FROM due_times WHERE at_ms <= ?
           ORDER BY at_ms, conversation_id, what LIMIT ?`,
          instantMs(at),
          limit,
        )
        .map(({ conversation_id, what, at }) => ({ conversationId: conversation_id, what, at })),
    )
  }

  next(): Promise<string | undefined> {
    const sql = 'SELECT at FROM due_times ORDER BY at_ms LIMIT 1'
    return this.#commits.read(() => this.#statements.get<{ at: string }>(sql)?.at)
  }

  /** A time that was set anew in the meantime stays. */
  async settle({ conversationId, what, at }: Due): Promise<void> {
    const which = 'conversation_id = ? AND what = ? AND at = ?'
    const isThere = await this.#commits.read(() =>
      this.#statements.get(`SELECT 1 FROM due_times WHERE ${which}`, conversationId, what, at),
    )
    // Most are gone already with what met them, and a commit for nothing still waits for the disk.
    if (isThere === undefined) return
    await this.#commits.run(() => {
      this.#statements.run(`DELETE FROM due_times WHERE ${which}`, conversationId, what, at)
    })
  }

  bringForward(what: Due['what'], later: string, at: string): Promise<void> {
    return this.#commits.run(() => {
      const sql = 'UPDATE due_times SET at = ?, at_ms = ? WHERE what = ? AND at_ms > ?'
      this.#statements.run(sql, at, instantMs(at), what, instantMs(later))
    })
  }
}
