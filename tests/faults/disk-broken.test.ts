import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { type RunningServer, startServer } from '#tests/kit/start-server.ts'
import { breakCalls } from './kit/break-calls.ts'
import { dataFolder } from './kit/data-folder.ts'
import { readiness } from './kit/readiness.ts'
import { mountSmallDisk, mountsHere } from './kit/small-disk.ts'
import { openSmsAccount, type SmsAccount } from './kit/sms-account.ts'
import { whereRuns } from './kit/where-runs.ts'

const traced = whereRuns('strace', ['-f', 'true'])
const mounted = whereRuns(...mountsHere)
const PATIENCE = { timeout: 30_000, interval: 200 }
const TEXT = 'Hvordan får jeg et nyt pas?'

let folder: ReturnType<typeof dataFolder>
let server: RunningServer
let sms: SmsAccount
let origin = ''

beforeAll(async () => {
  folder = dataFolder()
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  sms = await openSmsAccount(() => origin)
  const environment = { ...sms.environment, LOG_LEVEL: 'fatal' }
  server = await startServer({ port, dataDir: folder.path, environment })
})
afterAll(async () => {
  await server.kill()
  await sms[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

const faults = [
  { name: 'turns read-only', calls: 'pwrite64', error: 'EROFS' },
  { name: 'cannot be written', calls: 'pwrite64', error: 'EIO' },
  { name: 'takes what is written and cannot sync it', calls: 'fdatasync,fsync', error: 'EIO' },
]

traced.it.each(faults)(
  traced.named(
    'a disk that $name: nothing is acknowledged, /ready is red, and it goes on by itself',
  ),
  async ({ calls, error }) => {
    await using page = await SocketClient.open(origin)
    const { token } = await page.hello()
    const mend = await breakCalls(server.pid, calls, error, join(folder.path, 'front-door.db-wal'))
    const id = crypto.randomUUID()
    const smsId = Math.floor(Math.random() * 1e9)
    try {
      page.say(TEXT, { via: 'typed' }, id)
      expect(await page.next('refused')).toMatchObject({ id, code: 'storage-failed' })
      expect((await sms.text(4_520_000_300, TEXT, smsId)).status).toBe(503)
      expect(await readiness(origin)).toMatchObject({
        http: 503,
        problems: [{ code: 'storage-failed', do: expect.stringContaining('the disk') }],
      })
    } finally {
      await mend()
    }
    await expect.poll(async () => (await readiness(origin)).http, PATIENCE).toBe(200)
    const before = sms.phone(4_520_000_300).length
    page.say(TEXT, { via: 'typed' }, id)
    await page.next('received')
    expect((await sms.text(4_520_000_300, TEXT, smsId)).status).toBe(200)
    await expect.poll(() => sms.phone(4_520_000_300).length, PATIENCE).toBe(before + 1)
    await using again = await SocketClient.open(origin)
    await again.hello(token)
    const lines = await again.lines(2)
    expect(lines.map(({ by }) => by)).toEqual(['citizen', 'bot'])
  },
)

mounted.it(
  mounted.named(
    'a start on a disk that is read-only or full ends with what to do, and works once it is mended',
  ),
  async () => {
    using disk = mountSmallDisk(100)
    const port = await freePort()
    const start = () =>
      startServer({
        port,
        dataDir: disk.path,
        knowsNothing: true,
        environment: { LOG_LEVEL: 'fatal' },
      })
    disk.remount('ro')
    await expect(start()).rejects.toThrow(
      /data folder cannot be written[\s\S]*mount it for writing/,
    )
    disk.remount('rw')
    disk.fill(0)
    await expect(start()).rejects.toThrow(/disk is full[\s\S]*Free some space/)
    disk.clear()
    const started = await start()
    await started.kill()
  },
)
