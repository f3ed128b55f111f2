import { setTimeout as sleep } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { reconnectPauseMs } from '#channels/web-chat/browser/reconnect-pause.ts'
import { type Gateway, startGateway } from '#tests/bench/gateway.ts'
import { Citizen } from '#tests/bench/load/citizen.ts'
import { quantile } from '#tests/bench/load/quantile.ts'
import type { Figures } from '#tests/bench/measure.ts'
import { type Peer, startPeer } from '#tests/bench/processes.ts'
import type { Run } from '#tests/bench/run.ts'
import { freePort } from '#tests/kit/free-port.ts'

const CITIZENS = 20
const TEXTS = 3
/** Names texts without digits, which might be masked. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const COMES_BACK_WITHIN_MS = 120_000

/** `kill -9` while people write: what was acknowledged and is gone afterwards, and how soon pages are back. */
export async function measureKills(run: Run, figures: Figures): Promise<void> {
  const kills = run.quick ? 2 : 5
  const ours = await killGateway(run, kills)
  const theirs = await killSocketIo(kills)
  const over = `${kills} kills, ${ours.acknowledged} and ${theirs.acknowledged} messages`
  figures.tell('socket.io with recovery: acknowledged messages lost', theirs.lost, '', over)
  figures.add({
    name: 'acknowledged messages lost over kills',
    value: ours.lost,
    unit: '',
    goal: { is: 'at most', value: 0 },
    note: over,
  })
  figures.tell('from the kill until the server listens again: p95', ours.down / 1_000, 's')
  figures.add({
    name: 'reconnect after a kill, p95, from when the server listens again',
    value: ours.back / 1_000,
    unit: 's',
    goal: { is: 'at most', value: 2 },
  })
  figures.tell('reconnect after a kill, p95, from the kill', ours.whole / 1_000, 's')
}

async function killGateway(run: Run, kills: number) {
  const dataDir = await run.dataFolder('killed')
  const port = await freePort()
  const times = { down: [] as number[], back: [] as number[], whole: [] as number[] }
  let lost = 0
  let acknowledged = 0
  let gateway: Gateway = await startGateway({ dataDir, port })
  for (let kill = 0; kill < kills; kill += 1) {
    const citizens = await Promise.all(
      Array.from({ length: CITIZENS }, () => Citizen.open(gateway.origin)),
    )
    const kept = new Map(citizens.map((citizen) => [citizen, [] as string[]]))
    const { origin } = gateway
    let listensAt = Number.POSITIVE_INFINITY
    const back = citizens.map((citizen) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      citizen.onLost = () => {
        const lostAt = performance.now()
        void comeBack(origin, citizen).then((again) => {
          again.leave()
          times.whole.push(performance.now() - lostAt)
          times.back.push(performance.now() - listensAt)
          resolve()
        }, reject)
      }
      return promise
    })
    // Each kill falls a little later into the work: after so many acknowledgements.
    const due = Promise.withResolvers<void>()
    let left = CITIZENS + kill * 5
    const note = (citizen: Citizen, text: string) => {
      kept.get(citizen)?.push(text)
      left -= 1
      if (left === 0) due.resolve()
    }
    const writing = citizens.map(async (citizen, n) => {
      for (let i = 0; i < TEXTS; i += 1) {
        const text = `Hvad koster et pas? ${LETTERS[kill]}${LETTERS[n]}${LETTERS[i]}`
        await citizen.says(text, () => note(citizen, text)).catch(() => {})
      }
    })
    await due.promise
    const killedAt = performance.now()
    await gateway.kill()
    await Promise.all(writing)
    gateway = await startGateway({ dataDir, port, waitUntilLearnt: false })
    listensAt = performance.now()
    times.down.push(listensAt - killedAt)
    await Promise.all(back)
    for (const [citizen, texts] of kept) {
      acknowledged += texts.length
      const there = await linesOf(origin, citizen.token)
      lost += texts.filter((text) => !there.includes(text)).length
    }
  }
  await gateway.kill()
  return {
    lost,
    acknowledged,
    down: p95(times.down),
    back: p95(times.back.map((ms) => Math.max(0, ms))),
    whole: p95(times.whole),
  }
}

/** As the page does: again and again with its own pauses, with its token and the last position it has seen. */
async function comeBack(origin: string, { token, position }: Citizen): Promise<Citizen> {
  const untilMs = performance.now() + COMES_BACK_WITHIN_MS
  for (let tries = 0; performance.now() < untilMs; tries += 1) {
    await sleep(reconnectPauseMs(tries, Math.random()))
    const again = await Citizen.open(origin, token, position).catch(() => undefined)
    if (again) return again
  }
  throw new Error('a page did not come back')
}

async function linesOf(origin: string, token: string): Promise<readonly string[]> {
  const answer = await fetch(`${origin}/api/chat/messages`, {
    headers: { authorization: `Bearer ${token}` },
  })
  // Whoever had nothing acknowledged may have no conversation.
  if (!answer.ok) return []
  const { lines } = (await answer.json()) as { lines: { by: string; text?: string }[] }
  return lines.flatMap(({ by, text }) => (by === 'citizen' && text ? [text] : []))
}

/** The same for a room that keeps what was said in memory, which is what recovery rests on. */
async function killSocketIo(kills: number): Promise<{ lost: number; acknowledged: number }> {
  let lost = 0
  let acknowledged = 0
  const port = await freePort()
  let room: Peer = await startPeer('socket-io-room', port)
  for (let kill = 0; kill < kills; kill += 1) {
    const sockets = Array.from({ length: CITIZENS }, () =>
      io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnectionDelay: 100 }),
    )
    await Promise.all(sockets.map(connected))
    let kept = 0
    for (const socket of sockets)
      for (let i = 0; i < TEXTS; i += 1)
        socket.timeout(5_000).emit('say', `nummer ${i}`, (error: unknown) => {
          if (!error) kept += 1
        })
    await sleep(60)
    const again = Promise.all(
      sockets.map((socket) => new Promise((lostIt) => socket.once('disconnect', lostIt))),
    )
    await room.stop()
    await again
    const back = Promise.all(sockets.map(connected))
    room = await startPeer('socket-io-room', port)
    await back
    acknowledged += kept
    // Asked for what it keeps of them after the kill.
    const there = await Promise.all(
      sockets.map((socket) => socket.timeout(5_000).emitWithAck('count') as Promise<number>),
    )
    lost += kept - there.reduce((sum, count) => sum + count, 0)
    for (const socket of sockets) socket.disconnect()
  }
  await room.stop()
  return { lost, acknowledged }
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.connected) resolve()
    else socket.once('connect', () => resolve())
  })
}

function p95(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.95,
  )
}
