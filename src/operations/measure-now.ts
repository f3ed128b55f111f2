import { Gauge, type Registry } from 'prom-client'
import type { Outbox, Views } from '#dialogue/ports.ts'
import { queueView } from '#handoff/queue-view.ts'
import type { Clock } from '#platform/clock.ts'
import type { AppError } from '#platform/errors.ts'
import { isReady } from './health.ts'

export type NowDeps = {
  views: Views
  outbox: Outbox
  clock: Clock
  /** What stands in the way, as `/ready` says it. */
  problems(): Promise<readonly AppError[]>
}

/** What stands where at the moment of asking; read from the views, so that it costs nothing in between. */
export function measureNow(registry: Registry, { views, outbox, clock, problems }: NowDeps): void {
  const registers = [registry]
  const places = async () => (await views.list(queueView)).map(({ doc }) => doc)
  const waits = async () => (await places()).filter(({ state }) => state === 'waiting')
  new Gauge({
    name: 'front_door_ready',
    help: '1 when citizens should be sent here, as /ready says; else 0.',
    registers,
    async collect() {
      this.set(isReady(await problems()) ? 1 : 0)
    },
  })
  new Gauge({
    name: 'front_door_queue_waiting',
    help: 'Conversations that wait for a person, by queue.',
    labelNames: ['queue'],
    registers,
    async collect() {
      const waiting = await waits()
      this.reset()
      for (const { queue } of waiting) this.inc({ queue: queue ?? 'none' })
    },
  })
  new Gauge({
    name: 'front_door_queue_longest_wait_seconds',
    help: 'How long the one has waited who has waited longest; 0 when nobody waits.',
    registers,
    async collect() {
      const now = clock.now()
      const since = (await waits()).map(({ waitingSince }) => Date.parse(waitingSince ?? now))
      this.set((Date.parse(now) - Math.min(Date.parse(now), ...since)) / 1000)
    },
  })
  new Gauge({
    name: 'front_door_held',
    help: 'Conversations that a person holds.',
    registers,
    async collect() {
      this.set((await places()).filter(({ state }) => state === 'held').length)
    },
  })
  new Gauge({
    name: 'front_door_outbox',
    help: 'Text messages not yet sent, sent without an answer seen, and given up.',
    labelNames: ['state'],
    registers,
    async collect() {
      const { waiting, inDoubt, dead } = await outbox.counts()
      this.set({ state: 'waiting' }, waiting)
      this.set({ state: 'in-doubt' }, inDoubt)
      this.set({ state: 'dead' }, dead)
    },
  })
}
