import type { KeyRange, Recorded, View, Views } from '#dialogue/ports.ts'
import { AppError } from '#platform/errors.ts'
import type { GroupCommit } from './group-commit.ts'
import type { Kept } from './kept.ts'
import { RecentDocuments } from './recent-documents.ts'
import { newestPosition, readAfter } from './sqlite-event-log.ts'
import type { Statements } from './statements.ts'

const EVENTS_A_PAGE = 1_000

/** Keeps the documents of the views; all but `port` is for use inside a transaction. */
export class SqliteViews {
  readonly #statements: Statements
  readonly #views: readonly View<unknown>[]
  readonly #names: string
  readonly #recent: RecentDocuments

  constructor(statements: Statements, kept: Kept, views: readonly View<unknown>[]) {
    this.#statements = statements
    this.#recent = new RecentDocuments(kept)
    this.#views = views
    this.#names = JSON.stringify(views.map(({ name }) => name))
  }

  port(commits: GroupCommit): Views {
    return {
      get: (view, key) => commits.read(() => this.#read(this.#opened(view), key)),
      list: (view) => commits.read(() => this.#list(this.#opened(view))),
      last: (view, range, limit) =>
        commits.read(() => this.#last(this.#opened(view), range, limit)),
      rebuild: () =>
        commits.run(() => {
          for (const view of this.#views) this.#rebuild(view)
        }),
    }
  }

  /** Makes each view again that is new or was left behind. */
  complete() {
    const newest = newestPosition(this.#statements)
    for (const view of this.#views) if (this.#cursorOf(view) !== newest) this.#rebuild(view)
  }

  follow(recorded: readonly Recorded[]) {
    for (const view of this.#views) this.#project(view, recorded)
  }

  /** Another process may have appended without knowing these views. */
  catchUp() {
    if (this.#views.length === 0) return
    const newest = newestPosition(this.#statements)
    for (const view of this.#views) this.#play(view, this.#cursorOf(view) ?? newest, newest)
  }

  keepCursors() {
    if (this.#views.length === 0) return
    this.#statements.run(
      `UPDATE view_cursors SET position = ?1
       WHERE position <> ?1 AND view IN (SELECT value FROM json_each(?2))`,
      newestPosition(this.#statements),
      this.#names,
    )
  }

  #rebuild(view: View<unknown>) {
    this.#recent.forget(view.name)
    this.#statements.run('DELETE FROM view_documents WHERE view = ?', view.name)
    const newest = newestPosition(this.#statements)
    this.#play(view, 0, newest)
    this.#statements.run('INSERT OR REPLACE INTO view_cursors VALUES (?, ?)', view.name, newest)
  }

  #play(view: View<unknown>, after: number, newest: number) {
    for (let position = after; position < newest; ) {
      const page = readAfter(this.#statements, position, EVENTS_A_PAGE)
      this.#project(view, page)
      position = page.at(-1)?.position ?? newest
    }
  }

  /** A document that several events change is written once. */
  #project(view: View<unknown>, recorded: readonly Recorded[]) {
    const changed = new Map<string, unknown>()
    const read = (key: string) =>
      changed.has(key) ? (changed.get(key) ?? undefined) : this.#read(view, key)
    for (const one of recorded)
      for (const { key, doc } of view.project(one, read)) changed.set(key, doc)
    for (const [key, doc] of changed) this.#write(view, key, doc)
  }

  #write({ name }: View<unknown>, key: string, doc: unknown) {
    this.#recent.set(name, key, doc ?? undefined)
    if (doc === null) {
      const sql = 'DELETE FROM view_documents WHERE view = ? AND key = ?'
      this.#statements.run(sql, name, key)
    } else {
      const sql = `INSERT INTO view_documents VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET json = excluded.json`
      this.#statements.run(sql, name, key, JSON.stringify(doc))
    }
  }

  #cursorOf({ name }: View<unknown>): number | undefined {
    const sql = 'SELECT position FROM view_cursors WHERE view = ?'
    return this.#statements.get<{ position: number }>(sql, name)?.position
  }

  #read<Doc>({ name }: View<Doc>, key: string): Doc | undefined {
    return this.#recent.get(name, key, () => {
      const sql = 'SELECT json FROM view_documents WHERE view = ? AND key = ?'
      const row = this.#statements.get<{ json: string }>(sql, name, key)
      return row && JSON.parse(row.json)
    }) as Doc | undefined
  }

  #list<Doc>({ name }: View<Doc>): readonly { key: string; doc: Doc }[] {
    return this.#recent.list(name, () => {
      const sql = 'SELECT key, json FROM view_documents WHERE view = ? ORDER BY key'
      return this.#statements
        .all<{ key: string; json: string }>(sql, name)
        .map(({ key, json }) => ({ key, doc: JSON.parse(json) }))
    }) as readonly { key: string; doc: Doc }[]
  }

  #last<Doc>({ name }: View<Doc>, { from, before }: KeyRange, limit: number) {
    const sql = `SELECT key, json FROM view_documents
      WHERE view = ? AND key >= ? AND key < ? ORDER BY key DESC LIMIT ?`
    return this.#statements
      .all<{ key: string; json: string }>(sql, name, from, before, limit)
      .map(({ key, json }) => ({ key, doc: JSON.parse(json) as Doc }))
  }

  #opened<Doc>(view: View<Doc>): View<Doc> {
    if (this.#views.some(({ name }) => name === view.name)) return view
    throw new AppError(
      'internal-error',
      `The view "${view.name}" is not kept.`,
      'Name it when the storage is opened.',
    )
  }
}
