import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '#platform/errors.ts'
import type { GroupCommit } from './group-commit.ts'
import type { Statements } from './statements.ts'

const PROBE_AFTER_MS = 2_000
/** Less than this lasts for minutes: a busy day writes more, and so does moving the WAL into the database. */
const LEAST_FREE_BYTES = 1024 * 1024

/** Looks whether writing works, whether there is room for it, and whether what was written for others leaves the house. */
export class SqliteProblems {
  readonly #statements: Statements
  readonly #commits: GroupCommit
  readonly #path: string
  #probedAtMs = Number.NEGATIVE_INFINITY

  constructor(statements: Statements, commits: GroupCommit, path: string) {
    this.#statements = statements
    this.#commits = commits
    this.#path = path
  }

  async now(): Promise<readonly AppError[]> {
    // Without room writing fails as well: one thing to do is enough.
    const found = [(await this.#room()) ?? (await this.#writing()), await this.#unsent()]
    return found.filter((problem) => problem !== undefined)
  }

  /** A failure lasts until a write goes well. Whoever asks often does not make the disk write as often. */
  async #writing(): Promise<AppError | undefined> {
    const nowMs = performance.now()
    if (nowMs - this.#probedAtMs > PROBE_AFTER_MS) {
      this.#probedAtMs = nowMs
      await this.#commits.probe()
    }
    return this.#commits.lastFailure
  }

  async #room(): Promise<AppError | undefined> {
    if (this.#path === ':memory:') return undefined
    const { bavail, bsize } = await statfs(dirname(this.#path))
    const freeBytes = bavail * bsize
    if (freeBytes >= LEAST_FREE_BYTES) return undefined
    return new AppError(
      'storage-failed',
      `The disk of the data folder is full: ${Math.floor(freeBytes / 1024)} kB are left. Messages that cannot be kept are not acknowledged.`,
      'Free some space there, 100 MB or more; no restart is needed. docs/runbooks/disk-full.md',
    )
  }

  async #unsent(): Promise<AppError | undefined> {
    const row = await this.#commits.read(() =>
      this.#statements.get<{ waiting: number; reason: string | null }>(
        `SELECT count(*) AS waiting, max(reason) AS reason FROM outbox
         WHERE state NOT IN ('sent', 'dead') AND state = 'retry'`,
      ),
    )
    if (!row || row.waiting === 0) return undefined
    return new AppError(
      'provider-failed',
      `The SMS provider does not take our texts (${row.reason ?? 'unknown'}): ${row.waiting} wait.`,
      'They are tried again by themselves, nothing is lost. If it lasts: docs/runbooks/provider-down.md',
    )
  }
}
