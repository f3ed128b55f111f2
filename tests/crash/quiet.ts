import { setTimeout as wait } from 'node:timers/promises'
import type { House } from '#house'
import type { SettableClock } from '#tests/kit/settable-clock.ts'

const LIMIT_MS = 20_000
const SENDING_MS = 300
const LEASE_MS = 60_000

/** Waits until nothing is due any more and the outbox is empty, or stands still because a killed process left a lease. */
export async function quiet({ storage, clock }: House): Promise<void> {
  const untilMs = performance.now() + LIMIT_MS
  while ((await storage.dues.ripe(clock.now(), 1)).length > 0) {
    if (performance.now() > untilMs) throw new Error('what is due is not met')
    await wait(2)
  }
  const sentByMs = performance.now() + SENDING_MS
  while (performance.now() < sentByMs && (await unsent(storage)) > 0) await wait(2)
}

/** The same, with leases running out until everything is sent. */
export async function quietForGood(house: House, clock: SettableClock): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await quiet(house)
    if ((await unsent(house.storage)) === 0) return
    clock.forward(LEASE_MS)
    house.engine.clockMoved()
  }
  throw new Error('texts stay in the outbox')
}

async function unsent({ outbox }: House['storage']): Promise<number> {
  const { waiting, inDoubt } = await outbox.counts()
  return waiting + inDoubt
}
