import { heapBytes } from '#tests/bench/gateway.ts'
import type { HttpLoad, HttpLoaded } from '#tests/bench/load/http-task.ts'
import type { Figures } from '#tests/bench/measure.ts'
import { cpuSeconds, residentBytes, runLoad, startPeer } from '#tests/bench/processes.ts'
import type { Run } from '#tests/bench/run.ts'

const CONNECTIONS = 32
const MEGA = 1e6
type Rounds = { rate: number; p50: number; p95: number; p99: number; cpuMs: number }

/** Durable, understood turns beside an echo bot that keeps and knows nothing, in turn, so that a busy machine hits both. */
export async function measureTurns(run: Run, figures: Figures): Promise<void> {
  const gateway = await run.gateway()
  await using bot = await startPeer('botbuilder-echo')
  await using echo = await startPeer('fastify-echo')
  const questionsFile = await run.questionsFile()
  const load = async (what: HttpLoad['what'], port: number, pid: number, round: number) => {
    const before = cpuSeconds(pid)
    const task: HttpLoad = {
      url: `http://127.0.0.1:${port}`,
      what,
      connections: CONNECTIONS,
      warmUpMs: round === 0 ? run.roundMs / 2 : 500,
      runMs: run.roundMs,
      questionsFile,
      firstQuestion: round * 211,
    }
    const loaded = await runLoad<HttpLoaded>('http-load', task)
    const failures = JSON.stringify(loaded.failures)
    if (failures !== '{}') throw new Error(`${what} did not answer every turn: ${failures}`)
    const share = loaded.seconds / (loaded.seconds + task.warmUpMs / 1_000)
    return { ...loaded, cpu: ((cpuSeconds(pid) - before) * share * 1_000) / loaded.turns }
  }
  const ours: Rounds[] = []
  const theirs: Rounds[] = []
  const bare: Rounds[] = []
  for (let round = 0; round < (run.quick ? 2 : 4); round += 1) {
    ours.push(roundOf(await load('gateway', gateway.port, gateway.pid, round)))
    theirs.push(roundOf(await load('botbuilder', bot.port, bot.pid, round)))
    if (round < 2) bare.push(roundOf(await load('echo', echo.port, echo.pid, round)))
  }
  const [us, them, frame] = [middle(ours), middle(theirs), middle(bare)]
  for (const [name, one] of [
    ['gateway', us],
    ['botbuilder echo', them],
    ['bare Fastify echo', frame],
  ] as const) {
    figures.tell(`${name}: turns`, one.rate, '/s')
    figures.tell(`${name}: p50`, one.p50, 'ms')
    figures.tell(`${name}: p95`, one.p95, 'ms')
    figures.tell(`${name}: p99`, one.p99, 'ms')
    figures.tell(`${name}: CPU of the process a turn`, one.cpuMs, 'ms')
  }
  figures.tell('gateway: resident memory after the load', residentBytes(gateway.pid) / MEGA, 'MB')
  figures.tell('gateway: heap after the load', (await heapBytes(gateway.origin)) / MEGA, 'MB')
  figures.add({
    name: 'durable, understood turns/s at 32 connections against the botbuilder echo',
    value: us.rate / them.rate,
    unit: '×',
    goal: { is: 'at least', value: 0.75 },
  })
  figures.add({
    name: 'p99 of such a turn against the p99 of the echo',
    value: us.p99 / them.p99,
    unit: '×',
    goal: { is: 'at most', value: 1 },
  })
}

function roundOf({ perSecond, p50, p95, p99, cpu }: HttpLoaded & { cpu: number }): Rounds {
  return { rate: perSecond, p50, p95, p99, cpuMs: cpu }
}

/** The middle of the rounds, figure by figure. */
function middle(rounds: readonly Rounds[]): Rounds {
  const of = (key: keyof Rounds) => {
    const sorted = rounds.map((round) => round[key]).sort((a, b) => a - b)
    const half = sorted.length / 2
    return ((sorted[Math.floor(half - 0.5)] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
  }
  return { rate: of('rate'), p50: of('p50'), p95: of('p95'), p99: of('p99'), cpuMs: of('cpuMs') }
}
