import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { AppError } from '#platform/errors.ts'
import type { Kept } from './kept.ts'
import { inPlainWords, isStorageFault } from './storage-error.ts'

type Work = {
  unit: () => unknown
  done: (result: unknown) => void
  failed: (error: unknown) => void
}
type Hooks = {
  /** Belongs into every commit: first the views see what another process appended, last they keep how far they are. */
  views: { catchUp(): void; keepCursors(): void }
  /** What is kept in memory of the file. */
  kept: Kept
  onDurable: () => void
}

/**
 * All writes of one tick of the event loop share one commit, and so one wait for the disk. Each unit of work is all or
 * nothing and fails alone; when the commit itself fails, nothing was kept and every unit is rejected with the reason.
 */
export class GroupCommit {
  readonly #database: DatabaseSync
  readonly #hooks: Hooks
  readonly #listeners = new Set<() => void>()
  readonly #begin: StatementSync
  readonly #keep: StatementSync
  #waiting: Work[] = []
  #closed = false
  #lastFailure: AppError | undefined

  constructor(database: DatabaseSync, hooks: Hooks) {
    this.#database = database
    this.#hooks = hooks
    this.#begin = database.prepare('SAVEPOINT unit')
    this.#keep = database.prepare('RELEASE unit')
  }

  /** Resolves with what the unit returned, once that is durable. Reads of the unit see the units before it. */
  run<Result>(unit: () => Result): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      if (this.#closed) return reject(closedError())
      if (this.#waiting.length === 0) setImmediate(() => this.#flush())
      this.#waiting.push({ unit, done: (result) => resolve(result as Result), failed: reject })
    })
  }

  /** For the time before anybody else works: one commit of its own, right now. */
  runNow(work: () => void) {
    this.#transaction(work)
  }

  /** Runs outside any transaction, after what is waiting was written. */
  async whenWritten(action: () => void): Promise<void> {
    if (this.#waiting.length > 0) await this.run(() => {})
    if (this.#closed) throw closedError()
    guarded(action)
  }

  /** For reads: they see all that is durable. */
  async read<Result>(query: () => Result): Promise<Result> {
    if (this.#closed) throw closedError()
    return guarded(() => {
      this.#hooks.kept.look()
      return query()
    })
  }

  /** Why the last commit failed that the disk or the database refused; undefined once `probe` went well. */
  get lastFailure(): AppError | undefined {
    return this.#lastFailure
  }

  /** Writes a page for no other reason than to see whether that works; resolves, and leaves the answer in `lastFailure`. */
  async probe(): Promise<void> {
    try {
      await this.run(() => {
        const version = Object.values(this.#database.prepare('PRAGMA user_version').get() ?? {})[0]
        this.#database.exec(`PRAGMA user_version = ${Number(version)}`)
      })
      this.#lastFailure = undefined
    } catch {
      // Why is kept where every failed commit leaves it.
    }
  }

  onCommit(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#flush()
    this.#closed = true
    this.#database.close()
  }

  #flush() {
    const batch = this.#waiting
    this.#waiting = []
    if (batch.length === 0) return
    let tellThem: (() => void)[] = []
    try {
      this.#transaction(() => {
        this.#hooks.views.catchUp()
        tellThem = batch.map((work) => this.#attempt(work))
        this.#hooks.views.keepCursors()
      })
    } catch (error) {
      const reason = inPlainWords(error)
      if (reason instanceof AppError) this.#lastFailure = reason
      tellThem = batch.map((work) => () => work.failed(reason))
    }
    for (const tell of tellThem) tell()
  }

  /** Runs one unit; what is returned tells its caller how it went, after the commit. */
  #attempt({ unit, done, failed }: Work): () => void {
    this.#begin.run()
    try {
      const result = unit()
      this.#keep.run()
      return () => done(result)
    } catch (error) {
      // SQLite ends the whole transaction by itself on some disk faults: then the batch has failed.
      if (!this.#database.isTransaction || isStorageFault(error)) throw error
      this.#database.exec('ROLLBACK TO unit; RELEASE unit')
      this.#hooks.kept.forget()
      return () => failed(error)
    }
  }

  #transaction(work: () => void) {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      this.#hooks.kept.lookNow()
      work()
      this.#database.exec('COMMIT')
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      this.#hooks.kept.forget()
      throw error
    }
    this.#hooks.onDurable()
    // Each listener runs by itself: one that throws stops neither the others nor the writers.
    for (const listener of this.#listeners) queueMicrotask(listener)
  }
}

function guarded<Result>(action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    throw inPlainWords(error)
  }
}

function closedError(): AppError {
  return new AppError('storage-failed', 'The database is closed.', 'The server is shutting down.')
}
