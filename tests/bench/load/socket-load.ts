import { readFileSync } from 'node:fs'
import { Citizen } from './citizen.ts'
import { quantile } from './quantile.ts'

/**
 * Turns over sockets. `rate: null`: as many as go with `atOnce` in flight. Otherwise so many a second at even times,
 * each measured from the time at which it was due, so that a server that falls behind cannot hide it.
 */
export type SocketLoad = {
  origin: string
  atOnce: number
  rate: number | null
  runMs: number
  citizens: number
  questionsFile: string
}
export type SocketLoaded = {
  turns: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  failed: number
}

const task = JSON.parse(process.argv[2] ?? '') as SocketLoad
const questions = JSON.parse(readFileSync(task.questionsFile, 'utf8')) as string[]
const OPENED_AT_ONCE = 25
const ready: Citizen[] = []
while (ready.length < task.citizens) {
  const some = Array.from({ length: OPENED_AT_ONCE }, () => Citizen.open(task.origin))
  ready.push(...(await Promise.all(some)))
}

let asked = 0
let failed = 0
const latencies: number[] = []
const beginMs = performance.now()
const endMs = beginMs + task.runMs
const turn = async (dueMs: number) => {
  const citizen = ready.shift()
  if (!citizen) return
  try {
    await citizen.says(questions[(asked++ * 31) % questions.length] ?? '')
    latencies.push(performance.now() - dueMs)
  } catch {
    failed += 1
  }
  if (citizen.turnsLeft > 0) ready.push(citizen)
}

if (task.rate === null) {
  const busy = async () => {
    while (performance.now() < endMs && ready.length > 0) await turn(performance.now())
  }
  await Promise.all(Array.from({ length: task.atOnce }, busy))
} else {
  const pauseMs = 1_000 / task.rate
  const running: Promise<void>[] = []
  for (let dueMs = beginMs; dueMs < endMs && ready.length > 0; dueMs += pauseMs) {
    const waitMs = dueMs - performance.now()
    if (waitMs > 1) await new Promise((resolve) => setTimeout(resolve, waitMs))
    running.push(turn(dueMs))
  }
  await Promise.all(running)
}
const seconds = (performance.now() - beginMs) / 1_000
latencies.sort((a, b) => a - b)
const loaded: SocketLoaded = {
  turns: latencies.length,
  perSecond: latencies.length / seconds,
  p50: quantile(latencies, 0.5),
  p95: quantile(latencies, 0.95),
  p99: quantile(latencies, 0.99),
  failed,
}
process.stdout.write(JSON.stringify(loaded))
process.exit(0)
