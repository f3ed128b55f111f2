import { pino } from 'pino'
import { expect, it } from 'vitest'
import { createHttpServer } from '#platform/http-server.ts'
import { serveHealth } from './health.ts'

const nothing = { waiting: 0, inDoubt: 0, dead: 0 }

async function readiness(livelocks: number) {
  const app = createHttpServer(pino({ level: 'silent' }), false)
  serveHealth(app, {
    clock: { now: () => '2026-06-08T08:00:00.000Z' },
    outbox: {
      lease: async () => [],
      settle: async () => undefined,
      counts: async () => nothing,
    },
    problems: async () => [],
    synchronous: async () => 'FULL',
    livelocks: () => livelocks,
    understanding: () => 'm1',
  })
  const answer = await app.inject('/ready')
  await app.close()
  return { status: answer.statusCode, problems: answer.json().problems as readonly object[] }
}

it('shows that decisions were stopped, and still wants citizens', async () => {
  expect(await readiness(0)).toEqual({ status: 200, problems: [] })
  expect(await readiness(2)).toEqual({
    status: 200,
    problems: [
      expect.objectContaining({
        code: 'internal-error',
        what: expect.stringContaining('2 decisions'),
      }),
    ],
  })
})
