import { pino } from 'pino'
import { defaultWebChatLimits, type WebChatLimits } from '#channels/web-chat/limits.ts'
import { webChat } from '#channels/web-chat/web-chat.ts'
import { type Clock, clockFrom } from '#platform/clock.ts'
import { createHttpServer } from '#platform/http-server.ts'
import { registerSockets } from '#platform/sockets.ts'
import { script } from './script.ts'
import { type ScriptedDialogue, scriptedDialogue } from './scripted-dialogue.ts'

/** The chat on a real port with a scripted engine behind it, for tests. The engine outlives a restart. */
export type ChatStage = {
  url: string
  dialogue: ScriptedDialogue
  /** Stops the server as a kill would, and starts it again on the same port. */
  stop(): Promise<void>
  start(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export async function startChatStage(
  options: {
    limits?: Partial<WebChatLimits>
    port?: number
    origins?: readonly string[]
    secure?: boolean
  } = {},
): Promise<ChatStage> {
  const clock: Clock = clockFrom('2026-06-05T20:00:00.000Z')
  const dialogue = scriptedDialogue(script, () => clock.now())
  let port = options.port ?? 0
  const open = async () => {
    const log = pino({ level: 'silent' })
    const app = createHttpServer(log, false)
    await registerSockets(app)
    const limits = { ...defaultWebChatLimits, ...options.limits }
    const origins = options.origins ?? 'same'
    const cookies = {
      secure: options.secure ?? false,
      cookieSecret: 'a secret for tests of the chat',
    }
    await app.register(webChat({ dialogue, clock, log, origins, demo: true, limits, ...cookies }))
    const url = await app.listen({ port, host: '127.0.0.1' })
    port = Number(new URL(url).port)
    return app
  }
  let app = await open()
  return {
    url: `http://127.0.0.1:${port}`,
    dialogue,
    async stop() {
      for (const socket of app.websocketServer.clients) socket.terminate()
      await app.close()
    },
    async start() {
      app = await open()
    },
    [Symbol.asyncDispose]: async () => {
      await app.close()
    },
  }
}
