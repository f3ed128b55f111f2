import type { FastifyInstance } from 'fastify'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** Requests by the pattern of their route, never by the address that was asked for. */
export function measureRequests(app: FastifyInstance, registry: Registry): void {
  const registers = [registry]
  const seconds = new Histogram({
    name: 'front_door_http_request_seconds',
    help: 'From a request to its answer, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers,
  })
  const sockets = new Gauge({
    name: 'front_door_sockets_open',
    help: 'Open sockets of chats and desks, by route.',
    labelNames: ['route'],
    registers,
  })
  const upgraded = new Counter({
    name: 'front_door_sockets_opened_total',
    help: 'Sockets opened, by route.',
    labelNames: ['route'],
    registers,
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const labels = { method: request.method, route, status: reply.statusCode }
    seconds.observe(labels, reply.elapsedTime / 1000)
  })
  app.addHook('preHandler', async (request) => {
    const route = request.routeOptions.url ?? 'none'
    if (!request.ws) return
    upgraded.inc({ route })
    sockets.inc({ route })
    request.raw.socket.once('close', () => sockets.dec({ route }))
  })
}
