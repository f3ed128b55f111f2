import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { Logger } from 'pino'
import type { Dialogue } from '#dialogue/dialogue.ts'
import { serveAsset, serveAssetAt } from '#platform/assets.ts'
import type { Clock } from '#platform/clock.ts'
import { type AllowedOrigins, refuseForeignOrigin } from '#platform/origin.ts'
import { registerSockets } from '#platform/sockets.ts'
import { type Admission, openAdmission } from './admission.ts'
import { ChatConnection } from './chat-connection.ts'
import { serveDemoPage } from './demo-page.ts'
import { chatApi } from './http-api/chat-api.ts'
import type { WebChatLimits } from './limits.ts'
import { noJsChat } from './no-js/no-js-chat.ts'
import type { Talk } from './talk.ts'
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
  const { talks, beginningsOf } = admission
  const open = new Map<string, number>()
  const options = { websocket: true, preValidation: refuseForeignOrigin(deps.origins) } as const
  app.get('/chat-socket', options, (socket, request) => {
    const { dialogue, clock, log, limits } = deps
    const { ip } = request
    const before = open.get(ip) ?? 0
    if (before >= limits.openPerAddress || !beginningsOf(ip).take()) return socket.close(1013)
    open.set(ip, before + 1)
    socket.once('close', () => {
      const left = (open.get(ip) ?? 1) - 1
      if (left === 0) open.delete(ip)
      else open.set(ip, left)
    })
    const mayStillSay = (talk: Talk) => admission.mayStillSay(talk, ip)
    new ChatConnection(socket, { dialogue, talks, clock, log, limits, mayStillSay })
  })
}
