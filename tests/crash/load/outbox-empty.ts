import { setTimeout as wait } from 'node:timers/promises'

const LIMIT_MS = 90_000

/** Waits until nothing is left to send; a text whose sender was killed waits for the end of its lease. */
export async function outboxEmpty(origin: string): Promise<void> {
  const untilMs = performance.now() + LIMIT_MS
  while (performance.now() < untilMs) {
    const { outbox } = (await (await fetch(`${origin}/ready`)).json()) as {
      outbox: { waiting: number; inDoubt: number }
    }
    if (outbox.waiting + outbox.inDoubt === 0) return
    await wait(200)
  }
}
