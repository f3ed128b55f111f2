import { carryLearnt, startGateway } from '#tests/bench/gateway.ts'
import type { HttpLoad, HttpLoaded } from '#tests/bench/load/http-task.ts'
import type { Figures } from '#tests/bench/measure.ts'
import { runLoad } from '#tests/bench/processes.ts'
import type { Run } from '#tests/bench/run.ts'

const FEW = 1_000
const MANY = 100_000

/** The same turns over a store of few and of many conversations, in turn. One at a time, so that nothing queues. */
export async function measureStored(run: Run, figures: Figures): Promise<void> {
  const questionsFile = await run.questionsFile()
  const filled = async (conversations: number) => {
    const dataDir = await run.dataFolder(`with-${conversations}`)
    await runLoad('fill-store', { dataDir, conversations })
    carryLearnt((await run.gateway()).dataDir, dataDir)
    return startGateway({ dataDir })
  }
  await using few = await filled(FEW)
  await using many = await filled(MANY)
  const rounds = run.quick ? 2 : 4
  const times = { few: [] as number[], many: [] as number[] }
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, { port }] of Object.entries({ few, many }) as [
      'few' | 'many',
      typeof few,
    ][]) {
      const task: HttpLoad = {
        url: `http://127.0.0.1:${port}`,
        what: 'gateway',
        connections: 1,
        warmUpMs: 300,
        runMs: run.roundMs / 2,
        questionsFile,
        firstQuestion: round * 97,
      }
      const { p50 } = await runLoad<HttpLoaded>('http-load', task)
      // The first round warms both up.
      if (round > 0) times[name].push(p50)
    }
  }
  const few50 = middle(times.few)
  const many50 = middle(times.many)
  figures.tell(`a turn with ${FEW.toLocaleString('en')} stored conversations: p50`, few50, 'ms')
  figures.tell(`a turn with ${MANY.toLocaleString('en')} stored conversations: p50`, many50, 'ms')
  figures.add({
    name: 'a turn with 100,000 stored conversations against 1,000',
    value: many50 / few50,
    unit: '×',
    goal: { is: 'at most', value: 1.3 },
  })
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
