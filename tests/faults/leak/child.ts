import { readdirSync } from 'node:fs'
import { pino } from 'pino'
import { openApp } from '#app'
import { readConfig } from '#config'
import { environment } from '#platform/environment.ts'
import type { Figures } from './figures.ts'

/** The product in a process of its own that tells, when asked, what it holds: `node --expose-gc child.ts`, asked over IPC. */
const config = readConfig(environment)
const app = await openApp(config, pino({ level: 'silent' }))
await app.server.listen({ host: config.host, port: config.port })
await app.house.model.trained

process.on('message', async () => {
  for (let i = 0; i < 4; i += 1) {
    globalThis.gc?.()
    await new Promise((next) => setTimeout(next, 50))
  }
  process.send?.(figures())
})
process.send?.('ready')

function figures(): Figures {
  const { heapUsed, external, rss } = process.memoryUsage()
  const active = process.getActiveResourcesInfo()
  const count = (pattern: RegExp) => active.filter((kind) => pattern.test(kind)).length
  return {
    heapMegabytes: heapUsed / 2 ** 20,
    externalMegabytes: external / 2 ** 20,
    residentMegabytes: rss / 2 ** 20,
    files: readdirSync('/proc/self/fd').length,
    sockets: count(/^TCPSocketWrap$/),
    timers: count(/^(Timeout|Immediate)$/),
  }
}
