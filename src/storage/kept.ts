import type { DatabaseSync, StatementSync } from 'node:sqlite'

/**
 * What is kept in memory of the file, and believed only as long as nobody else has written to it: SQLite counts the
 * commits of other connections, and after one everything that was kept is read again.
 */
export class Kept {
  readonly #version: StatementSync
  readonly #parts: (() => void)[] = []
  #seen: number | undefined
  #looked = false

  constructor(database: DatabaseSync) {
    this.#version = database.prepare('PRAGMA data_version')
    this.#seen = this.#now()
  }

  /** `forget` lets go of a part; the file has all of it. */
  add(forget: () => void) {
    this.#parts.push(forget)
  }

  /** Before a read: once in a turn of the event loop, within which nothing that others say of later can come in. */
  look() {
    if (this.#looked) return
    this.lookNow()
    this.#looked = true
    setImmediate(() => {
      this.#looked = false
    })
  }

  /** In a transaction, in which nobody else writes. */
  lookNow() {
    const version = this.#now()
    if (version === this.#seen) return
    this.#seen = version
    this.forget()
  }

  /** Also when a write was taken back: what was kept of it never was. */
  forget() {
    for (const forget of this.#parts) forget()
  }

  #now(): number | undefined {
    return (this.#version.get() as { data_version: number } | undefined)?.data_version
  }
}
