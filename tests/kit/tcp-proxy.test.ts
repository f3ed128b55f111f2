import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTcpProxy } from './tcp-proxy.ts'

const echo = createServer((socket) => {
  seen.add(socket)
  socket.on('error', () => {})
  socket.pipe(socket)
})
const seen = new Set<Socket>()
let target = 0

beforeAll(async () => {
  echo.listen(0, '127.0.0.1')
  await once(echo, 'listening')
  target = (echo.address() as AddressInfo).port
})
afterAll(() => {
  for (const socket of seen) socket.destroy()
  echo.close()
})

it('carries both ways and passes on the end of a connection', async () => {
  await using proxy = await startTcpProxy(target)
  const client = await dial(proxy.port)
  client.end('hej')
  expect(await answer(client)).toBe('hej')
  await once(client, 'close')
  await expect.poll(() => proxy.open()).toBe(0)
})

it('swallows what is there, tells neither end, and lets new connections pass', async () => {
  await using proxy = await startTcpProxy(target)
  const silent = await dial(proxy.port)
  silent.write('before')
  expect(await answer(silent)).toBe('before')
  const far = [...seen].at(-1)
  proxy.swallow()
  let heard = ''
  silent.on('data', (data) => {
    heard += data
  })
  silent.write('lost')
  const fresh = await dial(proxy.port)
  fresh.write('heard')
  expect(await answer(fresh)).toBe('heard')
  expect({ heard, near: silent.closed, far: far?.closed }).toEqual({
    heard: '',
    near: false,
    far: false,
  })
  silent.destroy()
  fresh.write('again')
  expect(await answer(fresh)).toBe('again')
  expect(far?.closed).toBe(false)
  fresh.destroy()
})

it('refuses, passes again, and slows down', async () => {
  await using proxy = await startTcpProxy(target)
  proxy.refuse()
  const refused = connect(proxy.port, '127.0.0.1')
  await expect(once(refused, 'connect').then(() => once(refused, 'close'))).rejects.toThrow(
    /ECONNRESET/,
  )
  proxy.passAll()
  proxy.slow(2_000)
  const client = await dial(proxy.port)
  const startedMs = performance.now()
  client.end('x'.repeat(1_000))
  expect(await answer(client, 1_000)).toHaveLength(1_000)
  expect(performance.now() - startedMs).toBeGreaterThan(400)
})

async function dial(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

async function answer(socket: Socket, length = 1): Promise<string> {
  let text = ''
  while (text.length < length) text += (await once(socket, 'data'))[0]
  return text
}
