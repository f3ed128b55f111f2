import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'

/**
 * Lets routes be WebSockets. Once an app: it listens for the server's upgrades, and two listeners would answer twice.
 * Frames above `maxFrameBytes` cut the connection unread; routes that want to explain set their own, smaller limit.
 */
export async function registerSockets(app: FastifyInstance): Promise<void> {
  if (app.hasDecorator('websocketServer')) return
  await app.register(websocket, { options: { maxPayload: maxFrameBytes } })
}

export const maxFrameBytes = 2 * 1024 * 1024
