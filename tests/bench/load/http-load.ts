import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { type Asker, askBot, askEcho, askGateway } from './askers.ts'
import type { HttpLoad, HttpLoaded } from './http-task.ts'
import { quantile } from './quantile.ts'

/** Keeps so many connections busy for a while, each sending its next turn when the last one is answered. */
const task = JSON.parse(process.argv[2] ?? '') as HttpLoad
const questions = JSON.parse(readFileSync(task.questionsFile, 'utf8')) as string[]
let asked = task.firstQuestion
const next = () => questions[asked++ % questions.length] ?? ''
const askers: Readonly<Record<HttpLoad['what'], () => Asker>> = {
  gateway: () => askGateway(next),
  botbuilder: () => askBot(next),
  echo: () => askEcho(next),
}

const latencies: number[] = []
const failures = new Map<string, number>()
let turns = 0
let beginMs = performance.now()
let endMs = beginMs
const isWarm = () => performance.now() - beginMs >= 0
beginMs += task.warmUpMs

await autocannon({
  url: task.url,
  connections: task.connections,
  duration: (task.warmUpMs + task.runMs) / 1_000,
  timeout: 30,
  setupClient(client) {
    const asker = askers[task.what]()
    let sentMs = 0
    const own = client as unknown as { requestIterator: { setRequests(list: object[]): void } }
    own.requestIterator.setRequests([
      {
        setupRequest: (request: object) => {
          sentMs = performance.now()
          return { ...request, ...asker.request() }
        },
        onResponse: (status: number, body: string) => {
          const now = performance.now()
          const outcome = asker.hear(status, body)
          if (!isWarm() || outcome === 'prepared') return
          if (outcome !== 'answered') {
            failures.set(outcome, (failures.get(outcome) ?? 0) + 1)
            return
          }
          turns += 1
          endMs = now
          latencies.push(now - sentMs)
        },
      },
    ])
  },
})
latencies.sort((a, b) => a - b)
const loaded: HttpLoaded = {
  turns,
  seconds: (endMs - beginMs) / 1_000,
  perSecond: turns / ((endMs - beginMs) / 1_000),
  p50: quantile(latencies, 0.5),
  p95: quantile(latencies, 0.95),
  p99: quantile(latencies, 0.99),
  clientCpuSeconds: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  failures: Object.fromEntries(failures),
}
process.stdout.write(JSON.stringify(loaded))
