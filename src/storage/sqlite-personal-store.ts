import { setTimeout as sleep } from 'node:timers/promises'
import type { PersonalField, PersonalStore, PersonalValue } from '#dialogue/ports.ts'
import { AppError } from '#platform/errors.ts'
import { addErased } from './erasure-register.ts'
import type { GroupCommit } from './group-commit.ts'
import { eraseValues, readValue, readValues } from './personal-values.ts'
import type { RecentValues } from './recent-values.ts'
import type { Statements } from './statements.ts'
import { inPlainWords } from './storage-error.ts'
import { truncateWal } from './truncate-wal.ts'

const TRUNCATE_TRIES = 25
const TRUNCATE_PAUSE_MS = 200

export class SqlitePersonalStore implements PersonalStore {
  readonly #statements: Statements
  readonly #commits: GroupCommit
  readonly #values: RecentValues
  readonly #path: string

  constructor(statements: Statements, commits: GroupCommit, values: RecentValues, path: string) {
    this.#statements = statements
    this.#commits = commits
    this.#values = values
    this.#path = path
  }

  get(conversationId: string, of: string, field: PersonalField): Promise<string | undefined> {
    return this.#commits.read(
      () =>
        this.#values.get(conversationId, of, field) ??
        readValue(this.#statements, conversationId, of, field),
    )
  }

  all(conversationId: string): Promise<readonly PersonalValue[]> {
    return this.#commits.read(() => readValues(this.#statements, conversationId))
  }

  async erase(conversationId: string): Promise<void> {
    await this.#commits.run(() => {
      // Registered first: should the rest fail or the process die, the next start finishes the erasure.
      register(this.#path, conversationId)
      this.#values.erase(conversationId)
      eraseValues(this.#statements, conversationId)
    })
    await this.#emptyWal()
  }

  async #emptyWal() {
    for (let attempt = 1; attempt <= TRUNCATE_TRIES; attempt++) {
      let emptied = false
      await this.#commits.whenWritten(() => {
        emptied = truncateWal(this.#statements, { wait: false })
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

function register(path: string, conversationId: string) {
  try {
    addErased(path, conversationId)
  } catch (error) {
    throw inPlainWords(error)
  }
}
