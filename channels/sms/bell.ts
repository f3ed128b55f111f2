/** Lets a loop sleep until there is work. A ring while nobody sleeps is kept for the next sleep. */
export type Bell = {
  ring(): void
  /** Resolves at the next ring, after `atMostMs`, or when the signal aborts. */
  sleep(atMostMs: number, signal: AbortSignal): Promise<void>
}

export function createBell(): Bell {
  let rung = false
  let wake = () => {}
  return {
    ring() {
      rung = true
      wake()
    },
    async sleep(atMostMs, signal) {
      if (!rung && !signal.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>()
        wake = () => resolve()
        const timer = setTimeout(wake, atMostMs)
        signal.addEventListener('abort', wake, { once: true })
        await promise
        clearTimeout(timer)
        signal.removeEventListener('abort', wake)
      }
      rung = false
    },
  }
}
