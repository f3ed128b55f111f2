import type { SocketLoad, SocketLoaded } from '#tests/bench/load/socket-load.ts'
import type { Figures } from '#tests/bench/measure.ts'
import { runLoad, startPeer } from '#tests/bench/processes.ts'
import type { Run } from '#tests/bench/run.ts'

const AT_ONCE = 64
const TURNS_A_CITIZEN = 6

/** How many turns go over sockets, how long one takes at half of that, and what a bare echo does in the same run. */
export async function measureSockets(run: Run, figures: Figures): Promise<void> {
  const { origin } = await run.gateway()
  const questionsFile = await run.questionsFile()
  await using echo = await startPeer('ws-echo')
  const load = (rate: number | null, expected: number) => {
    const citizens = Math.ceil((expected * (run.roundMs / 1_000)) / TURNS_A_CITIZEN) + AT_ONCE
    const runMs = run.roundMs
    const task: SocketLoad = { origin, atOnce: AT_ONCE, rate, runMs, citizens, questionsFile }
    return runLoad<SocketLoaded>('socket-load', task)
  }
  const bare = () =>
    runLoad<{ perSecond: number }>('ws-load', {
      url: `ws://127.0.0.1:${echo.port}`,
      connections: AT_ONCE,
      runMs: run.roundMs / 2,
    })
  const first = await load(null, 1_500)
  const echoes = [await bare()]
  const second = await load(null, first.perSecond * 1.5)
  echoes.push(await bare())
  const saturation = (first.perSecond + second.perSecond) / 2
  const half = await load(saturation / 2, saturation / 2)
  const lost = first.failed + second.failed + half.failed
  if (lost > 0) throw new Error(`${lost} turns over sockets were not answered`)
  const bareRate = echoes.reduce((sum, { perSecond }) => sum + perSecond, 0) / echoes.length
  figures.tell('turns over sockets at saturation, 64 in flight', saturation, '/s')
  figures.tell('bare ws echo, 64 in flight', bareRate, '/s')
  figures.tell('a turn over a socket at half of saturation: p50', half.p50, 'ms')
  figures.add({
    name: 'over sockets: p99 at half of measured saturation',
    value: half.p99,
    unit: 'ms',
    goal: { is: 'at most', value: 50 },
  })
  figures.add({
    name: "over sockets: share of the bare ws echo's rate",
    value: (100 * saturation) / bareRate,
    unit: '%',
    goal: { is: 'at least', value: 5 },
  })
}
