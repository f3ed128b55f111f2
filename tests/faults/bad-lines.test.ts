import { afterAll, beforeAll, expect, it } from 'vitest'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { type RunningServer, startServer } from '#tests/kit/start-server.ts'
import { startTcpProxy } from '#tests/kit/tcp-proxy.ts'
import { dataFolder } from './kit/data-folder.ts'
import { openDeafPage, pingWithoutEnd } from './kit/deaf-page.ts'
import { openHandles, residentMegabytes } from './kit/process-figures.ts'

const DEAD = 20
const MEGABYTE = 1024 * 1024
const FLOOD_BYTES = 150 * MEGABYTE
const MOST_GROWN_MEGABYTES = 80
const QUESTION = 'Hvordan får jeg et nyt pas?'

let folder: ReturnType<typeof dataFolder>
let server: RunningServer
let port = 0

beforeAll(async () => {
  folder = dataFolder()
  port = await freePort()
  server = await startServer({ port, dataDir: folder.path, environment: { LOG_LEVEL: 'warn' } })
  await server.learnt()
})
afterAll(async () => {
  await server.kill()
  folder[Symbol.dispose]()
})

it('connections that fell silent are dropped within 45 s, and their pages go on where they were', async () => {
  await using proxy = await startTcpProxy(port)
  const through = `http://127.0.0.1:${proxy.port}`
  const before = openHandles(server.pid).sockets
  const dead = await Promise.all(
    Array.from({ length: DEAD }, () => SocketClient.open(through, through)),
  )
  const [first] = dead
  if (!first) throw new Error('nobody came')
  const { token } = await first.hello()
  first.say(QUESTION)
  const seen = (await first.lines(2)).at(-1)?.position ?? 0
  expect(openHandles(server.pid).sockets).toBeGreaterThanOrEqual(before + DEAD)

  proxy.swallow()
  // What was said into the silence was never acknowledged: the page says it again, by the same id.
  const id = first.say('Hvad koster det?')
  await using back = await SocketClient.open(through, through)
  expect(await back.hello(token, seen)).toMatchObject({ resumed: true })
  back.say('Hvad koster det?', { via: 'typed' }, id)
  await back.next('received')
  expect((await back.lines(2)).map(({ by }) => by)).toEqual(['citizen', 'bot'])
  expect(first.frames.filter(({ type }) => type === 'received')).toHaveLength(1)

  await expect
    .poll(() => openHandles(server.pid).sockets, { timeout: 45_000, interval: 500 })
    .toBeLessThanOrEqual(before + 2)
  // Nobody told the dead ones: they still believe that they are connected.
  expect(dead.filter(({ closed }) => closed !== undefined)).toEqual([])
})

it('a page that speaks and never reads is cut off before it costs memory; others are answered meanwhile', async () => {
  const before = residentMegabytes(server.pid)
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, residentMegabytes(server.pid))
  }, 50)
  const peer = await openDeafPage(port)
  const flood = pingWithoutEnd(peer, FLOOD_BYTES)
  await using other = await SocketClient.open(server.origin)
  await other.hello()
  other.say(QUESTION)
  await other.lines(2)
  const taken = await flood
  clearInterval(watch)
  peer.destroy()
  expect(taken).toBeLessThan(FLOOD_BYTES)
  expect(most - before).toBeLessThan(MOST_GROWN_MEGABYTES)
})

it('a slow line is no reason to give up, and slows nobody else', async () => {
  await using proxy = await startTcpProxy(port)
  proxy.slow(2_000)
  const through = `http://127.0.0.1:${proxy.port}`
  await using slow = await SocketClient.open(through, through)
  await using quick = await SocketClient.open(server.origin)
  await Promise.all([slow.hello(), quick.hello()])
  slow.say(QUESTION)
  quick.say(QUESTION)
  const order: string[] = []
  await Promise.all([
    slow.lines(2).then(() => order.push('slow')),
    quick.lines(2).then(() => order.push('quick')),
  ])
  expect(order).toEqual(['quick', 'slow'])
})
