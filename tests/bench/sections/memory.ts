import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { carryLearnt, startGateway } from '#tests/bench/gateway.ts'
import { Citizen } from '#tests/bench/load/citizen.ts'
import type { Figures } from '#tests/bench/measure.ts'
import { residentBytes, startPeer } from '#tests/bench/processes.ts'
import type { Run } from '#tests/bench/run.ts'

const SETTLE_MS = 3_000

/** What the process holds when nobody writes, and what each page that is merely open adds to it. */
export async function measureMemory(run: Run, figures: Figures): Promise<void> {
  const connections = run.quick ? 500 : 2_000
  const dataDir = await run.dataFolder('memory')
  carryLearnt((await run.gateway()).dataDir, dataDir)
  await using gateway = await startGateway({ dataDir })
  await using echo = await startPeer('ws-echo')
  await sleep(SETTLE_MS)
  const idle = residentBytes(gateway.pid)
  const citizens: Citizen[] = []
  const ours = await grownBy(gateway.pid, async () => {
    while (citizens.length < connections) citizens.push(await Citizen.open(gateway.origin))
  })
  for (const citizen of citizens) citizen.leave()
  const sockets: WebSocket[] = []
  const bare = await grownBy(echo.pid, async () => {
    while (sockets.length < connections) {
      const socket = new WebSocket(`ws://127.0.0.1:${echo.port}`, { perMessageDeflate: false })
      await new Promise((resolve) => socket.once('open', resolve))
      sockets.push(socket)
    }
  })
  for (const socket of sockets) socket.terminate()
  figures.add({
    name: 'memory idle, with everything learnt',
    value: idle / 1e6,
    unit: 'MB',
    goal: { is: 'at most', value: 200 },
  })
  figures.tell('an idle connection of ours', ours / connections / 1e3, 'kB')
  figures.tell('an idle connection of the bare ws echo', bare / connections / 1e3, 'kB')
  figures.add({
    name: 'memory per idle connection over the bare server',
    value: (ours - bare) / connections / 1e3,
    unit: 'kB',
    goal: { is: 'at most', value: 30 },
  })
}

async function grownBy(pid: number, doing: () => Promise<void>): Promise<number> {
  const before = residentBytes(pid)
  await doing()
  await sleep(SETTLE_MS)
  return residentBytes(pid) - before
}
