import type { Recorded } from '#dialogue/ports.ts'

const MOST_CONVERSATIONS = 500

/** The events of the conversations that were read last, so that a turn reads from the file only what is new. */
export class RecentEvents {
  readonly #known = new Map<string, readonly Recorded[]>()

  /** All events of a conversation: those known, and after them what `readNewer` finds in the file. */
  upTo(
    conversationId: string,
    readNewer: (afterVersion: number) => readonly Recorded[],
  ): readonly Recorded[] {
    const known = this.#known.get(conversationId) ?? []
    const newer = readNewer(known.at(-1)?.version ?? 0)
    const all = newer.length === 0 ? known : [...known, ...newer]
    // The one that was used last is forgotten last.
    this.#known.delete(conversationId)
    if (all.length === 0) return all
    this.#known.set(conversationId, all)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST_CONVERSATIONS) break
      this.#known.delete(oldest)
    }
    return all
  }
}
