import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { z } from 'zod'
import type { Tail } from '#dialogue/tail.ts'
import { AppError } from '#platform/errors.ts'
import { Problem } from '#platform/problem.ts'
import { countEvents } from './count-events.ts'
import { measureNow, type NowDeps } from './measure-now.ts'
import { measureRequests } from './measure-requests.ts'

export type MetricsDeps = NowDeps & {
  tail: Tail
  /** What a collector on another machine must bring; null: only this machine may ask. */
  token: string | null
}

/** `GET /metrics` in the format of Prometheus (text, version 0.0.4). Call it before the routes that are to be measured. */
export function serveMetrics(app: FastifyInstance, deps: MetricsDeps): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  measureRequests(app, registry)
  measureNow(registry, deps)
  const stop = deps.tail.subscribe('all', countEvents(registry))
  app.addHook('onClose', async () => stop())
  app.get('/metrics', { schema: described }, async (request, reply) => {
    refuseStranger(request, deps.token)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

const described = {
  tags: ['operations'],
  summary: 'Figures for Prometheus',
  description: 'Without `METRICS_TOKEN` only for this machine.',
  security: [{ metrics: [] }],
  response: {
    200: {
      description: 'docs/runbooks/metrics.md says what each means.',
      content: { 'text/plain': { schema: z.string() } },
    },
    '4xx': Problem,
  },
}

function refuseStranger({ headers, socket }: FastifyRequest, token: string | null): void {
  // A proxy on this machine is no reason to trust whom it speaks for.
  const isHere = isLoopback(socket.remoteAddress) && headers['x-forwarded-for'] === undefined
  if (token === null ? isHere : brings(headers.authorization, token)) return
  throw new AppError(
    'not-signed-in',
    'The figures are for operations alone.',
    'Ask from this machine, or set METRICS_TOKEN and send it as a bearer token.',
  )
}

function isLoopback(address: string | undefined): boolean {
  return /^(::1|(::ffff:)?127\.)/.test(address ?? '')
}

function brings(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
