import type { Recorded } from '#dialogue/ports.ts'
import type { Kept } from './kept.ts'

const MOST_CONVERSATIONS = 500
const MOST_LATEST = 2_000

/** The events of the conversations that were used last, and the newest events of all: a turn reads neither from the file. */
export class RecentEvents {
  readonly #known = new Map<string, readonly Recorded[]>()
  /** Without a gap up to the newest event there is. */
  #latest: Recorded[] = []

  constructor(kept: Kept) {
    kept.add(() => {
      this.#known.clear()
      this.#latest = []
    })
  }

  /** All events of a conversation; the same list as long as it has no newer one. */
  of(conversationId: string, read: () => readonly Recorded[]): readonly Recorded[] {
    const events = this.#known.get(conversationId) ?? read()
    if (events.length > 0) this.#keep(conversationId, events)
    return events
  }

  /** What this process has just written. */
  add(conversationId: string, written: readonly Recorded[]) {
    const [first] = written
    if (!first) return
    const known = this.#known.get(conversationId) ?? []
    if (known.length === first.version - 1) this.#keep(conversationId, [...known, ...written])
    this.#latest.push(...written)
    if (this.#latest.length > 2 * MOST_LATEST) this.#latest = this.#latest.slice(-MOST_LATEST)
  }

  /** The oldest events after a position; undefined when they are not here any more. */
  after(position: number, limit: number): readonly Recorded[] | undefined {
    const [first] = this.#latest
    if (!first || first.position > position + 1) return undefined
    const from = position + 1 - first.position
    return this.#latest.slice(from, from + limit)
  }

  newestPosition(): number | undefined {
    return this.#latest.at(-1)?.position
  }

  /** The one that was used last is forgotten last. */
  #keep(conversationId: string, events: readonly Recorded[]) {
    this.#known.delete(conversationId)
    this.#known.set(conversationId, events)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST_CONVERSATIONS) break
      this.#known.delete(oldest)
    }
  }
}
