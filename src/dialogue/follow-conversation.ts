import type { EventLog, Recorded } from './ports.ts'
import type { Tail } from './tail.ts'

/** What was recorded in a conversation after a position (`now`: nothing of before), then every new event, until the signal aborts: in order, none twice. */
export async function* followConversation(
  { log, tail }: { log: EventLog; tail: Tail },
  conversationId: string,
  afterPosition: number | 'now',
  signal: AbortSignal,
): AsyncIterable<readonly Recorded[]> {
  let waiting: Recorded[] = []
  let wake = () => {}
  // Listening starts before reading, so that nothing falls between the two.
  const unsubscribe = tail.subscribe(conversationId, (recorded) => {
    waiting.push(...recorded)
    wake()
  })
  const onAbort = () => wake()
  signal.addEventListener('abort', onAbort)
  try {
    let seen = 0
    if (afterPosition !== 'now') {
      const before = (await log.read(conversationId)).filter(
        ({ position }) => position > afterPosition,
      )
      seen = before.at(-1)?.position ?? afterPosition
      yield before
    }
    while (!signal.aborted) {
      const fresh = waiting.filter(({ position }) => position > seen)
      waiting = []
      if (fresh.length > 0) {
        seen = fresh.at(-1)?.position ?? seen
        yield fresh
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  } finally {
    unsubscribe()
    signal.removeEventListener('abort', onAbort)
  }
}
