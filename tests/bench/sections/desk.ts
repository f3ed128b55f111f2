import { openLive, signInFirst } from '#desk/testing/desk-client.ts'
import { carryLearnt, startGateway } from '#tests/bench/gateway.ts'
import { Citizen } from '#tests/bench/load/citizen.ts'
import { quantile } from '#tests/bench/load/quantile.ts'
import type { Figures } from '#tests/bench/measure.ts'
import type { Run } from '#tests/bench/run.ts'

const TEXTS_A_CITIZEN = 5

/** From the citizen's key to the line on an open page of staff. */
export async function measureDesk(run: Run, figures: Figures): Promise<void> {
  const dataDir = await run.dataFolder('desk')
  carryLearnt((await run.gateway()).dataDir, dataDir)
  await using gateway = await startGateway({ dataDir })
  const { origin, signInLink } = gateway
  const cookie = await signInFirst(
    { url: origin, signInLink: async () => signInLink ?? '' },
    'Mette',
  )
  const times: number[] = []
  for (let n = 0; n < (run.quick ? 3 : 10); n += 1) {
    // A page of its own for each: it keeps every frame that it has seen.
    const live = await openLive(origin, cookie)
    const citizen = await Citizen.open(origin)
    await citizen.says('Jeg vil gerne tale med et menneske')
    const { row } = await live.frame('row', ({ row: one }) => one.state === 'waiting')
    const { conversationId } = row
    await live.act({ do: 'claim', conversationId })
    live.send({ type: 'open', conversationId, after: 0 })
    await live.frame('lines', (frame) => frame.conversationId === conversationId)
    for (let i = 0; i < TEXTS_A_CITIZEN; i += 1) {
      const text = `Min besked nummer ${i} til jer`
      const begin = performance.now()
      // Nobody but the person at the desk answers.
      citizen.says(text).catch(() => {})
      await live.frame('lines', ({ lines }) =>
        lines.some((line) => 'text' in line && line.text === text),
      )
      times.push(performance.now() - begin)
    }
    await live.act({ do: 'return', conversationId })
    live.close()
    citizen.leave()
  }
  times.sort((a, b) => a - b)
  figures.tell("a citizen's message visible at the desk: p50", quantile(times, 0.5), 'ms')
  figures.add({
    name: "a citizen's message visible at the desk, p95",
    value: quantile(times, 0.95),
    unit: 'ms',
    goal: { is: 'at most', value: 150 },
  })
}
