import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { Logger } from 'pino'
import type { Dialogue } from '#dialogue/dialogue.ts'
import { serveAsset, serveAssetAt } from '#platform/assets.ts'
import type { Clock } from '#platform/clock.ts'
import { networkOf } from '#platform/network-of.ts'
import { type AllowedOrigins, refuseForeignOrigin } from '#platform/origin.ts'
import { registerSockets, switchesProtocols } from '#platform/sockets.ts'
import { type Admission, inSeconds, openAdmission } from './admission.ts'
import { ClientFrame, type Language, type ServerFrame } from './browser/frames.ts'
import { ChatConnection } from './chat-connection.ts'
import { serveDemoPage } from './demo-page.ts'
import { chatApi } from './http-api/chat-api.ts'
import { ServerFrameSchema } from './http-api/frame-schemas.ts'
import type { WebChatLimits } from './limits.ts'
import { noJsChat } from './no-js/no-js-chat.ts'
import { refusal } from './server-words.ts'
import { buildWidget } from './widget-assets.ts'

export type WebChatDeps = {
  dialogue: Dialogue
  clock: Clock
  log: Logger
  /** Whose pages may embed the chat. */
  origins: AllowedOrigins
  /** Shows that the content is an example. */
  demo: boolean
  limits: WebChatLimits
  /** The page without a script is reached over TLS: its cookie is Secure. */
  secure: boolean
  /** What its cookie is signed with; the same after a restart. */
  cookieSecret: string
}

/** The chat on web pages: the script that a page embeds, a page that does so, and the socket behind it. */
export function webChat(deps: WebChatDeps): FastifyPluginAsync {
  return async (app) => {
    await registerSockets(app)
    const widget = await buildWidget()
    serveAsset(app, widget.code)
    // Short-lived: it names the newest widget, and city pages must not have to change for that.
    serveAssetAt(app, '/chat.js', widget.loader, 60)
    const { iconPath } = await serveDemoPage(app, deps)
    const admission = openAdmission(deps.dialogue, deps.limits)
    serveSocket(app, deps, admission)
    await app.register(chatApi({ ...deps, admission }))
    await app.register(noJsChat({ ...deps, admission, iconPath }))
  }
}

function serveSocket(app: FastifyInstance, deps: WebChatDeps, admission: Admission): void {
  const { talks, beginningsOf, mayStillSay, secondsToWait } = admission
  const open = new Map<string, number>()
  const options = {
    websocket: true,
    preValidation: refuseForeignOrigin(deps.origins),
    schema: described,
  } as const
  app.get('/chat-socket', options, (socket, request) => {
    const { dialogue, clock, log, limits } = deps
    const { ip } = request
    const network = networkOf(ip)
    const before = open.get(network) ?? 0
    const isFull = before >= limits.openPerAddress
    if (isFull || !beginningsOf(ip).take()) {
      log.info({ open: before }, 'chat socket refused: too many of one address')
      const seconds = isFull ? FULL_FOR_SECONDS : inSeconds(beginningsOf(ip).waitMs())
      const language = languageAsked(request.headers['accept-language'])
      const error: ServerFrame = {
        type: 'error',
        code: 'too-fast',
        text: refusal('crowded', language, { seconds }),
      }
      socket.send(JSON.stringify(error))
      return socket.close(1013)
    }
    open.set(network, before + 1)
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1
      if (left === 0) open.delete(network)
      else open.set(network, left)
    })
    new ChatConnection(socket, {
      dialogue,
      talks,
      clock,
      log,
      limits,
      mayStillSay: (talk) => mayStillSay(talk, ip),
      secondsToWait: (talk) => secondsToWait(talk, ip),
    })
  })
}

/** When others have closed theirs nobody knows; the page tries again by itself anyway. */
const FULL_FOR_SECONDS = 60

/** The page has not said yet which language it speaks. */
function languageAsked(header: string | undefined): Language {
  return header?.toLowerCase().startsWith('en') ? 'en' : 'da'
}

const described = {
  tags: ['chat'],
  summary: 'The chat as it happens: a WebSocket',
  ...switchesProtocols({ sends: ServerFrameSchema, takes: ClientFrame }),
}
