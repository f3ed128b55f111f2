import { deliverAll } from './deliver-all.ts'
import { type DemoHouse, type Place, playStep, startTalk } from './play-step.ts'
import type { DemoStep, DemoTalk } from './read-talks.ts'

export type Begins = { talk: DemoTalk; begins: string }
type Underway = { place: Place; left: readonly DemoStep[]; atMs: number }

const MINUTE_MS = 60_000
const BETWEEN_STEPS_MS = 12_000

/** Plays all of them side by side, each step at its own time. `before` is done just before one begins. Ids by name. */
export async function playTalks(
  demo: DemoHouse,
  talks: readonly Begins[],
  before: (talk: DemoTalk) => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  let waiting = talks.toSorted((a, b) => a.begins.localeCompare(b.begins))
  let underway: readonly Underway[] = []
  for (;;) {
    const [next] = underway.toSorted((a, b) => a.atMs - b.atMs)
    const [first] = waiting
    if (first && (!next || Date.parse(first.begins) <= next.atMs)) {
      waiting = waiting.slice(1)
      const { talk, begins } = first
      await demo.moveTo(begins)
      await before(talk)
      const place = await startTalk(demo, talk, `+452000${1_200 + ids.size}`)
      ids.set(talk.name, place.id)
      underway = [...underway, { place, left: talk.steps, atMs: Date.parse(begins) }]
    } else if (next) {
      const others = underway.filter((one) => one !== next)
      const after = await takeStep(demo, next)
      underway = after.left.length > 0 ? [...others, after] : others
    } else return ids
  }
}

async function takeStep(demo: DemoHouse, { place, left, atMs }: Underway): Promise<Underway> {
  const [step, ...rest] = left
  if (!step) return { place, left: rest, atMs }
  if ('passes' in step) return { place, left: rest, atMs: atMs + step.passes * MINUTE_MS }
  await demo.moveTo(new Date(atMs).toISOString())
  await playStep(demo, place, step)
  await deliverAll(demo.house)
  return { place, left: rest, atMs: Date.parse(demo.house.clock.now()) + BETWEEN_STEPS_MS }
}
