import type { EventLog, Recorded } from './ports.ts'

type Listener = (recorded: readonly Recorded[]) => void

const BATCH = 500

/** The live end of the log: one reader a process, fanned out in memory to whoever follows. */
export type Tail = {
  /** Called with what was recorded from now on, in order; of one conversation or of all. */
  subscribe(conversationId: string | 'all', listener: Listener): () => void
  stop(): void
}

export async function startTail(log: EventLog): Promise<Tail> {
  const listeners = new Map<string, Set<Listener>>()
  let position = await log.newestPosition()
  let reading: Promise<void> | undefined
  let wanted = position

  const tell = (key: string, recorded: readonly Recorded[]) => {
    for (const listener of listeners.get(key) ?? []) listener(recorded)
  }
  const read = async () => {
    while (position < wanted) {
      const batch = await log.after(position, BATCH)
      const last = batch.at(-1)
      if (!last) return
      position = last.position
      tell('all', batch)
      for (const [id, own] of Map.groupBy(batch, ({ conversationId }) => conversationId))
        tell(id, own)
    }
  }
  const wake = (newest: number) => {
    wanted = Math.max(wanted, newest)
    reading ??= read().finally(() => {
      reading = undefined
      if (position < wanted) wake(wanted)
    })
  }
  const stop = log.onCommit(wake)
  return {
    subscribe(conversationId, listener) {
      const set = listeners.get(conversationId) ?? new Set()
      listeners.set(conversationId, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0) listeners.delete(conversationId)
      }
    },
    stop,
  }
}
