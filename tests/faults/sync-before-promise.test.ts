import { join } from 'node:path'
import { expect } from 'vitest'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { startServer } from '#tests/kit/start-server.ts'
import { dataFolder } from './kit/data-folder.ts'
import { promisedTooSoon } from './kit/promised-too-soon.ts'
import { readTrace } from './kit/read-trace.ts'
import { openSmsAccount } from './kit/sms-account.ts'
import { whereRuns } from './kit/where-runs.ts'

const CALLS = 'fdatasync,fsync,pwrite64,read,recvfrom,recvmsg,write,writev,sendto,sendmsg'
const MESSAGES = 8
// Tracing as a grandchild leaves the server our own child.
const tracer = (file: string) =>
  ['strace', '-D', '-f', '-yy', '-s', '600', '-e', `trace=${CALLS}`, '-o', file] as const
const traced = whereRuns('strace', ['-f', 'true'])

traced.it(
  traced.named('the disk has a message before chat or provider is told that it was taken'),
  async () => {
    using folder = dataFolder()
    const file = join(folder.path, 'trace')
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    await using sms = await openSmsAccount(() => origin)
    const server = await startServer({
      port,
      dataDir: join(folder.path, 'data'),
      environment: { ...sms.environment, LOG_LEVEL: 'warn' },
      under: tracer(file),
    })
    try {
      await using page = await SocketClient.open(origin)
      await page.hello()
      for (let i = 0; i < MESSAGES; i += 1) {
        page.say('Hvordan får jeg et nyt pas?')
        await page.next('received')
        expect((await sms.text(4_520_000_123 + i, 'Hvornår henter I storskrald?')).status).toBe(200)
      }
    } finally {
      await server.kill()
    }
    const calls = readTrace(file, server.pid)
    const chat = promisedTooSoon(calls, ({ what }) => /type\\":\\"received/.test(what))
    expect(chat).toEqual({ promises: MESSAGES, faults: [] })
    const webhook = promisedTooSoon(calls, ({ what }) => /state\\":\\"recorded/.test(what))
    expect(webhook.faults).toEqual([])
    expect(webhook.promises).toBe(MESSAGES)
  },
)
