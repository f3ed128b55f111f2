import type { PersonalField, PersonalValue } from '#dialogue/ports.ts'
import type { Kept } from './kept.ts'

const MOST_CONVERSATIONS = 200

/** What was said in the conversations that were written to last. What is erased is gone from here as well. */
export class RecentValues {
  readonly #known = new Map<string, Map<string, string>>()

  constructor(kept: Kept) {
    kept.add(() => this.#known.clear())
  }

  get(conversationId: string, of: string, field: PersonalField): string | undefined {
    return this.#known.get(conversationId)?.get(`${field} ${of}`)
  }

  set(conversationId: string, { of, field, value }: PersonalValue) {
    const own = this.#known.get(conversationId) ?? new Map<string, string>()
    own.set(`${field} ${of}`, value)
    this.#known.delete(conversationId)
    this.#known.set(conversationId, own)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST_CONVERSATIONS) break
      this.#known.delete(oldest)
    }
  }

  erase(conversationId: string) {
    this.#known.delete(conversationId)
  }
}
