import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startGatewayApiFake } from '#channels/sms/demo/gateway-api-fake.ts'
import { seededRandom } from '#knowledge/search/random.ts'
import { systemClock } from '#platform/clock.ts'
import { newToken } from '#platform/ids.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { type RunningServer, startServer } from '#tests/kit/start-server.ts'
import { type Audit, audit } from './audit.ts'
import { outboxEmpty } from './outbox-empty.ts'
import { runTexter } from './texter.ts'
import { runWebCitizen } from './web-citizen.ts'
import { createWitness, type Witness } from './witness.ts'

export type LoadRun = { seed: number; kills: number; webCitizens: number; texters: number }
export type LoadReport = Audit & {
  acknowledged: number
  reconnectsMs: readonly number[]
}

const LONGEST_LIFE_MS = 2_500
/** Before and after these kills everybody is there: how long they take to come back says nothing while the server dies again and again. */
const TIMED_EVERY = 4
const FINISH_LIMIT_MS = 90_000
const NUMBER = '4520001204'
const FIRST_MSISDN = 4_520_000_100

/** Kills a real server at random moments while citizens write on two channels, starts it again each time, and audits what is left. */
export async function runUnderLoad(run: LoadRun): Promise<LoadReport> {
  const random = seededRandom(run.seed)
  const dataDir = mkdtempSync(join(tmpdir(), 'load-'))
  // Learning again would take the processor from everybody.
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const account = { token: newToken(), secret: newToken() }
  await using provider = await startGatewayApiFake({
    ...account,
    receiver: Number(NUMBER),
    webhooksAt: () => origin,
    now: systemClock.now,
    pace: { repeatMs: Array.from({ length: 600 }, () => 150), slowMs: 0, deliverMs: 50 },
  })
  const environment = {
    TRUST_PROXY: '1',
    LOG_LEVEL: 'warn',
    GATEWAYAPI_TOKEN: account.token,
    GATEWAYAPI_SECRET: account.secret,
    GATEWAYAPI_URL: provider.url,
    SMS_NUMBER: NUMBER,
  }
  const start = () => startServer({ port, dataDir, environment })
  let server: RunningServer = await start()
  try {
    await server.learnt()
    const witness = createWitness()
    const stopping = new AbortController()
    const stop = stopping.signal
    const citizens = [
      ...Array.from({ length: run.webCitizens }, (_, i) =>
        runWebCitizen({ origin, ip: `10.0.0.${i + 1}`, random, witness, stop }),
      ),
      ...Array.from({ length: run.texters }, (_, i) =>
        runTexter({ provider, msisdn: FIRST_MSISDN + i, random, witness, stop }),
      ),
    ]
    const allDone = Promise.all(citizens)
    for (let kill = 0; kill < run.kills; kill += 1) {
      const isTimed = kill % TIMED_EVERY === 0
      if (isTimed) await allConnected(witness, run.webCitizens)
      else await Promise.race([wait(random() * LONGEST_LIFE_MS), allDone])
      witness.timeReconnects(isTimed)
      await server.kill()
      server = await start()
      if (isTimed) await allConnected(witness, run.webCitizens)
    }
    stopping.abort()
    const limit = wait(FINISH_LIMIT_MS, 'late' as const, { ref: false })
    if ((await Promise.race([allDone, limit])) === 'late')
      witness.lost('somebody waits for an answer that does not come')
    await outboxEmpty(origin)
    await server.kill()
    const audited = await audit(dataDir, witness, provider)
    // A text that was under way at a kill may be sent once more; no other.
    const needless = Math.max(0, audited.sentTwice - run.kills * run.texters)
    const doubled = [
      ...audited.doubled,
      ...Array.from({ length: needless }, () => 'a text was sent again without need'),
    ]
    return {
      ...audited,
      doubled,
      acknowledged: witness.marks.size,
      reconnectsMs: witness.reconnectsMs,
    }
  } finally {
    await server.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function allConnected(witness: Witness, all: number): Promise<void> {
  const untilMs = performance.now() + FINISH_LIMIT_MS
  while (witness.connections() < all && performance.now() < untilMs) await wait(20)
}
