/** Who is writing right now, on both sides of a conversation. Kept in memory for a few seconds and nowhere else. */
export type Typing = {
  note(conversationId: string, who: Writer): void
  /** Called when one side begins, and once it has paused. Returns the way to stop listening. */
  on(conversationId: string | 'all', listener: TypingListener): () => void
  stop(): void
}
export type Writer = 'citizen' | 'staff'
export type TypingListener = (change: {
  conversationId: string
  who: Writer
  writing: boolean
}) => void

/** Pages tell every 2 s while keys are pressed; a little more than two such tells without one is a pause. */
export const TYPING_PAUSE_MS = 5_000

export function createTyping(pauseMs: number = TYPING_PAUSE_MS): Typing {
  const writing = new Map<string, NodeJS.Timeout>()
  const listeners = new Map<string, Set<TypingListener>>()

  const tell = (conversationId: string, who: Writer, isWriting: boolean) => {
    for (const key of [conversationId, 'all'])
      for (const listener of listeners.get(key) ?? [])
        listener({ conversationId, who, writing: isWriting })
  }
  return {
    note(conversationId, who) {
      const key = `${who} ${conversationId}`
      const before = writing.get(key)
      clearTimeout(before)
      const ends = setTimeout(() => {
        writing.delete(key)
        tell(conversationId, who, false)
      }, pauseMs)
      writing.set(key, ends.unref())
      if (!before) tell(conversationId, who, true)
    },
    on(conversationId, listener) {
      const set = listeners.get(conversationId) ?? new Set()
      listeners.set(conversationId, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0) listeners.delete(conversationId)
      }
    },
    stop() {
      for (const timer of writing.values()) clearTimeout(timer)
      writing.clear()
      listeners.clear()
    },
  }
}
