import { setTimeout as sleep } from 'node:timers/promises'
import type { PersonalField, PersonalStore, PersonalValue } from '#dialogue/ports.ts'
import { AppError } from '#platform/errors.ts'
import { addErased } from './erasure-register.ts'
import type { GroupCommit } from './group-commit.ts'
import type { Statements } from './statements.ts'
import { inPlainWords } from './storage-error.ts'
import { truncateWal } from './truncate-wal.ts'

const TRUNCATE_TRIES = 5
const TRUNCATE_PAUSE_MS = 200

export class SqlitePersonalStore implements PersonalStore {
  readonly #statements: Statements
  readonly #commits: GroupCommit
  readonly #path: string

  constructor(statements: Statements, commits: GroupCommit, path: string) {
    this.#statements = statements
    this.#commits = commits
    this.#path = path
  }

  get(conversationId: string, of: string, field: PersonalField): Promise<string | undefined> {
    const sql = 'SELECT value FROM personal WHERE conversation_id = ? AND of_id = ? AND field = ?'
    return this.#commits.read(
      () => this.#statements.get<{ value: string }>(sql, conversationId, of, field)?.value,
    )
  }

  all(conversationId: string): Promise<readonly PersonalValue[]> {
    const sql = `SELECT of_id AS "of", field, value FROM personal WHERE conversation_id = ?
      ORDER BY rowid`
    return this.#commits.read(() => this.#statements.all<PersonalValue>(sql, conversationId))
  }

  async erase(conversationId: string): Promise<void> {
    await this.#commits.run(() => {
      // Registered first: should the rest fail or the process die, the next start finishes the erasure.
      register(this.#path, conversationId)
      eraseValues(this.#statements, conversationId)
    })
    await this.#emptyWal()
  }

  async #emptyWal() {
    for (let attempt = 1; attempt <= TRUNCATE_TRIES; attempt++) {
      let emptied = false
      await this.#commits.whenWritten(() => {
        emptied = truncateWal(this.#statements)
      })
      if (emptied) return
      await sleep(TRUNCATE_PAUSE_MS)
    }
    throw new AppError(
      'storage-failed',
      'The texts are deleted, but another program keeps reading a part of the database that still has them.',
      'End the program that has the database file open and start again: the start empties that part.',
    )
  }
}

/** For use inside a transaction. */
export function eraseValues(statements: Statements, conversationId: string) {
  statements.run('INSERT OR IGNORE INTO erased VALUES (?)', conversationId)
  statements.run('DELETE FROM personal WHERE conversation_id = ?', conversationId)
}

function register(path: string, conversationId: string) {
  try {
    addErased(path, conversationId)
  } catch (error) {
    throw inPlainWords(error)
  }
}
