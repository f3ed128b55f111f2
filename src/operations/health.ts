import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Outbox } from '#dialogue/ports.ts'
import type { Clock } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { Problem } from '#platform/problem.ts'

export type HealthDeps = {
  clock: Clock
  outbox: Outbox
  /** What stands in the way of the storage or a provider, and what to do. */
  problems(): Promise<readonly AppError[]>
  /** How commits are written: `FULL` is what "recorded" rests on. */
  synchronous(): Promise<string>
  /** Decisions that were stopped since the start because they would have been taken again for ever. */
  livelocks(): number
  /** The model that understands now. */
  understanding(): string
}

/** `GET /health`: the process lives. `GET /ready`: it should be sent citizens, and if not, why. */
export function serveHealth(app: FastifyInstance, deps: HealthDeps): void {
  const { clock, outbox } = deps
  app.get('/health', { schema: described.health }, async () => ({
    status: 'ok' as const,
    at: clock.now(),
  }))
  app.get('/ready', { schema: described.ready }, async (_request, reply) => {
    const inTheWay = await deps.problems()
    const ready = isReady(inTheWay)
    const problems = [...inTheWay, ...stopped(deps.livelocks())]
    return reply.status(ready ? 200 : 503).send({
      status: ready ? 'ready' : 'not-ready',
      problems: problems.map(({ code, what, todo }) => ({ code, what, do: todo })),
      understanding: deps.understanding(),
      synchronous: await deps.synchronous(),
      outbox: await outbox.counts(),
      at: clock.now(),
    })
  })
}

/** A provider that is down takes nothing from the chat, nor does a turn that failed: whoever sends us traffic should go on. */
export function isReady(inTheWay: readonly AppError[]): boolean {
  return inTheWay.every(({ code }) => code === 'provider-failed')
}

function stopped(livelocks: number): AppError[] {
  if (livelocks === 0) return []
  const what = `Since the start ${livelocks} decisions were stopped that would have been taken again for ever.`
  const todo = 'Look in the log for "a decision that changes nothing was stopped", and report it.'
  return [new AppError('internal-error', what, todo)]
}

const readiness = {
  status: z.enum(['ready', 'not-ready']),
  problems: z.array(Problem),
  understanding: z.string().describe('The model that understands now.'),
  synchronous: z.string(),
  outbox: z.object({ waiting: z.int(), inDoubt: z.int(), dead: z.int() }),
  at: z.iso.datetime(),
}
const described = {
  health: {
    tags: ['operations'],
    summary: 'The process lives',
    response: {
      200: z.object({ status: z.literal('ok'), at: z.iso.datetime() }).describe('It lives.'),
    },
  },
  ready: {
    tags: ['operations'],
    summary: 'Whether citizens should be sent here, and if not, why',
    response: {
      200: z.object(readiness).describe('Send citizens. Problems may be named all the same.'),
      503: z.object(readiness).describe('Send nobody; the problems say why.'),
    },
  },
}
