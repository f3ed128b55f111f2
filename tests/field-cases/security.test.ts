import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInFirst } from '#desk/testing/desk-client.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { type RunningServer, startServer } from '#tests/kit/start-server.ts'
import { type SenderSocket, sayFrom, upgradeStatus } from './socket-from.ts'

// All of 127.0.0.0/8 is this machine: one of its addresses is the proxy's, another somebody's who goes past it.
const PROXY = '127.0.0.2'
const STRANGER = '127.0.0.3'

let dataDir: string
let server: RunningServer
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'front-door-field-'))
  const environment = {
    TRUST_PROXY: PROXY,
    LOG_LEVEL: 'info',
    CHAT_ORIGINS: 'https://www.kk.dk',
  }
  server = await startServer({ port: await freePort(), dataDir, environment })
})
afterAll(async () => {
  await server.kill()
  await rm(dataDir, { recursive: true, force: true })
})

/** Everybody at once, as on the busiest day; the sockets stay open until all have said their part. */
async function everybody(count: number, sender: (i: number) => [from: string, forwarded: string]) {
  const sockets = await Promise.all(
    Array.from({ length: count }, (_, i) => {
      const [from, forwarded] = sender(i)
      return sayFrom(server.origin, { from, forwarded, text: `hej, nummer ${i}` })
    }),
  )
  for (const socket of sockets) socket.end()
  return sockets
}

function isTold({ frames }: SenderSocket): boolean {
  return frames.some(
    (frame) =>
      (frame.type === 'error' || frame.type === 'refused') &&
      frame.code === 'too-fast' &&
      /\d+ sek\./.test(frame.text) &&
      frame.text.includes('33 66 33 66'),
  )
}

describe('fc055 · behind a proxy the rate limiter took all students for one client', () => {
  it('300 citizens from 300 addresses: nobody is stopped', async () => {
    const citizens = await everybody(300, (i) => [PROXY, `203.0.${100 + (i >> 8)}.${i & 255}`])
    expect(citizens.filter(({ isIn }) => !isIn)).toEqual([])
  })

  it('40 citizens from one library: nobody is stopped', async () => {
    const citizens = await everybody(40, () => [PROXY, '198.51.100.7'])
    expect(citizens.filter(({ isIn }) => !isIn)).toEqual([])
  })

  it('what a client writes into the header itself does not count: the proxy’s word does', async () => {
    const citizens = await everybody(200, (i) => [PROXY, `10.9.8.${i}, 198.51.100.9`])
    expect(citizens.filter(({ isIn }) => isIn).length).toBeLessThan(90)
  })

  it('straight to the port: 200 forged values are one client, who learns how long and the number', async () => {
    const forgers = await everybody(200, (i) => [STRANGER, `203.0.113.${i}`])
    const stopped = forgers.filter(({ isIn }) => !isIn)
    expect(stopped.length).toBeGreaterThan(110)
    expect(stopped.filter((one) => !isTold(one))).toEqual([])
    expect(server.output()).toContain('X-Forwarded-For from an address that TRUST_PROXY does not')
  })

  it('the forger took nothing from anybody else', async () => {
    const [citizen] = await everybody(1, () => [PROXY, '203.0.113.7'])
    expect(citizen?.isIn).toBe(true)
  })

  it('2^64 addresses of one home are one client', async () => {
    const many = await everybody(200, (i) => [PROXY, `2001:db8:1:2:${i.toString(16)}::1`])
    expect(many.filter(({ isIn }) => isIn).length).toBeLessThan(90)
  })

  it('the chat for programs says how long, too', async () => {
    const start = () =>
      fetch(`${server.origin}/api/chat/conversations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ language: 'da' }),
      })
    const answers = await Promise.all(Array.from({ length: 120 }, start))
    const stopped = answers.filter(({ status }) => status === 429)
    expect(stopped.length).toBeGreaterThan(20)
    for (const answer of stopped) {
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(await answer.json()).toMatchObject({
        code: 'too-fast',
        do: expect.stringMatching(/Wait \d+ s.*33 66 33 66/),
      })
    }
  })
})

describe('fc056 · the socket was opened for any page in the world, with the signed-in person’s cookie', () => {
  let cookie: string
  beforeAll(async () => {
    const { origin, signInLink = '' } = server
    cookie = await signInFirst({ url: origin, signInLink: async () => signInLink }, 'Mette')
  })

  const foreign = [
    'https://evil.example',
    'null',
    undefined,
    '',
    'https://www.kk.dk.evil.example',
    'https://www.kk.dk:8443',
    'http://www.kk.dk',
    'file://',
    'chrome-extension://abcdefgh',
    'not an origin',
  ]

  it.each([...foreign, 'https://www.kk.dk'])(
    'the desk’s socket, with a valid cookie, from %s: 403 before the upgrade',
    async (origin) => {
      const headers = { cookie, ...(origin !== undefined && { origin }) }
      expect(await upgradeStatus(server.origin, '/desk/live', headers)).toBe(403)
    },
  )

  it.each(foreign)('the chat’s socket from %s: 403 before the upgrade', async (origin) => {
    const headers = { ...(origin !== undefined && { origin }) }
    expect(await upgradeStatus(server.origin, '/chat-socket', headers)).toBe(403)
  })

  it('another port or another name of this machine is another site', async () => {
    const { port } = new URL(server.origin)
    for (const origin of [`http://127.0.0.1:${Number(port) + 1}`, `http://localhost:${port}`])
      expect(await upgradeStatus(server.origin, '/desk/live', { cookie, origin })).toBe(403)
  })

  it('our own pages, and those that are configured, get in', async () => {
    const own = { cookie, origin: server.origin }
    expect(await upgradeStatus(server.origin, '/desk/live', own)).toBe('open')
    expect(await upgradeStatus(server.origin, '/chat-socket', { origin: server.origin })).toBe(
      'open',
    )
    const kk = { origin: 'https://www.kk.dk' }
    expect(await upgradeStatus(server.origin, '/chat-socket', kk)).toBe('open')
  })

  it('without a cookie our own page gets no desk either', async () => {
    expect(await upgradeStatus(server.origin, '/desk/live', { origin: server.origin })).toBe(401)
  })

  it('is logged, without cookie or token', () => {
    const log = server.output()
    expect(log).toMatch(/"code":"wrong-origin","origin":"https:\/\/evil\.example"/)
    expect(log).not.toContain(cookie.split('=')[1] ?? cookie)
    expect(log).not.toMatch(/cookie|authorization/i)
  })
})
