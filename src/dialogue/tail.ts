import type { Logger } from '#platform/logger.ts'
import type { EventLog, Recorded } from './ports.ts'

type Listener = (recorded: readonly Recorded[]) => void

const BATCH = 500
const RETRY_MS = 1_000

/** The live end of the log: one reader a process, fanned out in memory to whoever follows. */
export type Tail = {
  /** Called with what was recorded from now on, in order; of one conversation or of all. */
  subscribe(conversationId: string | 'all', listener: Listener): () => void
  stop(): void
}

export async function startTail(log: EventLog, logger: Logger): Promise<Tail> {
  const listeners = new Map<string, Set<Listener>>()
  let position = await log.newestPosition()
  let isReading = false
  let isStopped = false
  let wanted = position

  const tell = (key: string, recorded: readonly Recorded[]) => {
    for (const listener of listeners.get(key) ?? []) {
      try {
        listener(recorded)
      } catch (error) {
        // One follower that fails takes nothing from the others.
        logger.error({ err: error }, 'a follower failed')
      }
    }
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
    if (isReading || isStopped) return
    isReading = true
    void readOn()
  }
  const readOn = async () => {
    try {
      await read()
      isReading = false
      if (position < wanted) wake(wanted)
    } catch (error) {
      logger.error({ err: error }, 'the tail could not be read')
      isReading = false
      setTimeout(() => wake(wanted), RETRY_MS).unref()
    }
  }
  const unsubscribe = log.onCommit(wake)
  return {
    subscribe(conversationId, listener) {
      const set = listeners.get(conversationId) ?? new Set()
      listeners.set(conversationId, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0) listeners.delete(conversationId)
      }
    },
    stop() {
      isStopped = true
      unsubscribe()
    },
  }
}
