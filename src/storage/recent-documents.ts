import type { Kept } from './kept.ts'

const MOST_DOCUMENTS = 2_000
/** A list that is longer is read from the file each time. */
const LONGEST_LIST = 100

type Row = { key: string; doc: unknown }

/** The documents of the views that were used last, also that there is none, and the lists of short views. */
export class RecentDocuments {
  readonly #documents = new Map<string, unknown>()
  readonly #lists = new Map<string, readonly Row[]>()

  constructor(kept: Kept) {
    kept.add(() => this.#clear())
  }

  get(view: string, key: string, read: () => unknown): unknown {
    const place = `${view} ${key}`
    const known = this.#documents.get(place)
    if (known !== undefined || this.#documents.has(place)) return known
    const doc = read()
    this.#keep(place, doc)
    return doc
  }

  list(view: string, read: () => readonly Row[]): readonly Row[] {
    const known = this.#lists.get(view)
    if (known) return known
    const rows = read()
    if (rows.length <= LONGEST_LIST) this.#lists.set(view, rows)
    return rows
  }

  set(view: string, key: string, doc: unknown) {
    this.#lists.delete(view)
    this.#keep(`${view} ${key}`, doc)
  }

  forget(view: string) {
    this.#lists.delete(view)
    this.#documents.clear()
  }

  #keep(place: string, doc: unknown) {
    if (this.#documents.size >= MOST_DOCUMENTS) this.#documents.clear()
    this.#documents.set(place, doc)
  }

  #clear() {
    this.#documents.clear()
    this.#lists.clear()
  }
}
