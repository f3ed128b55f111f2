import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Problem } from './problem.ts'

/**
 * Lets routes be WebSockets. Once an app: it listens for the server's upgrades, and two listeners would answer twice.
 * Frames above `maxFrameBytes` cut the connection unread; routes that want to explain set their own, smaller limit.
 */
export async function registerSockets(app: FastifyInstance): Promise<void> {
  if (app.hasDecorator('websocketServer')) return
  await app.register(websocket, { options: { maxPayload: maxFrameBytes } })
}

export const maxFrameBytes = 2 * 1024 * 1024

/** Describes what travels over a socket; both schemas stand in zod's registry with an id. */
export function switchesProtocols({ sends, takes }: { sends: z.ZodType; takes: z.ZodType }) {
  const names = { takes: nameOf(takes), sends: nameOf(sends) }
  return {
    description: `One JSON object a frame: it takes \`${names.takes}\` and sends \`${names.sends}\`. The \`Origin\` header must be one of ours.`,
    response: { 101: z.null().describe('The connection becomes a WebSocket.'), '4xx': Problem },
    'x-frames': {
      takes: { $ref: `#/components/schemas/${names.takes}Input` },
      sends: { $ref: `#/components/schemas/${names.sends}` },
    },
  }
}

function nameOf(schema: z.ZodType): string {
  return z.globalRegistry.get(schema)?.id ?? ''
}
