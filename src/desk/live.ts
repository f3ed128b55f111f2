import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { Clock } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { refuseForeignOrigin } from '#platform/origin.ts'
import { switchesProtocols } from '#platform/sockets.ts'
import type { Account } from './accounts.ts'
import { ToPageSchema } from './frame-schemas.ts'
import { FromPage, MAX_FRAME_BYTES, SIGNED_OUT, type ToPage } from './frames.ts'
import { type LiveHouse, livePage } from './live-page.ts'

/** The page takes the line for dead when it has heard nothing for more than twice as long. */
export const PING_EVERY_MS = 20_000

/** `GET /live`: the live stream of the desk, for whoever is signed in. */
export function liveRoute(
  app: FastifyInstance,
  house: LiveHouse,
  who: (request: FastifyRequest) => Promise<Account | undefined>,
  pingEveryMs: number,
): void {
  const mustBeSignedIn = async (request: FastifyRequest) => {
    if (!(await who(request)))
      throw new AppError('not-signed-in', 'You are not signed in.', 'Sign in at /desk.')
  }
  const preValidation = [refuseForeignOrigin('same'), mustBeSignedIn]
  app.get('/live', { websocket: true, preValidation, schema: described }, (socket, request) => {
    connect(socket, request).catch((error: unknown) => {
      house.deps.log.error({ err: error }, 'desk page not connected')
      socket.close(1011)
    })
  })

  // At shutdown nobody has left: whoever holds a conversation is looked for again after the start.
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })

  const connect = async (socket: WebSocket, request: FastifyRequest): Promise<void> => {
    // What comes in while we look up who it is must not be lost.
    const early: FromPage[] = []
    let hear = (frame: FromPage): void => void early.push(frame)
    socket.on('message', (data) => {
      const frame = parse(String(data))
      if (frame) hear(frame)
      else socket.close(1008, 'request-invalid')
    })
    const me = await who(request)
    if (!me) return socket.close(SIGNED_OUT)
    if (socket.readyState !== socket.OPEN) return

    const leave = house.deps.presence.enter(me.id)
    const page = livePage({
      house,
      me,
      who: () => who(request),
      send: (frame) => socket.send(JSON.stringify(frame)),
      close: (code) => socket.close(code),
    })
    const stopPinging = pingWhileAlive(socket, pingEveryMs, house.deps.clock)
    socket.on('close', () => {
      stopPinging()
      page.stop()
      if (!closing) leave()
    })
    page.start()
    hear = page.hear
    early.forEach(page.hear)
  }
}

function parse(text: string): FromPage | undefined {
  if (Buffer.byteLength(text) > MAX_FRAME_BYTES) return undefined
  try {
    return FromPage.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

// A laptop that went to sleep says no goodbye: without an answer to a ping its owner counts as gone.
// The page itself is not shown pings, so that it gets a beat: without it a dead line looks like a quiet one.
function pingWhileAlive(socket: WebSocket, everyMs: number, clock: Clock): () => void {
  let alive = true
  socket.on('pong', () => {
    alive = true
  })
  socket.on('error', () => socket.terminate())
  const timer = setInterval(() => {
    if (!alive) return socket.terminate()
    alive = false
    socket.ping()
    socket.send(JSON.stringify({ type: 'beat', now: clock.now() } satisfies ToPage))
  }, everyMs)
  return () => clearInterval(timer)
}

const described = {
  tags: ['desk'],
  security: [{ session: [] }],
  summary: 'The live stream of the desk: a WebSocket',
  ...switchesProtocols({ sends: ToPageSchema, takes: FromPage }),
}
