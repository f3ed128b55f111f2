import { pino } from 'pino'
import { defaultWebChatLimits } from '#channels/web-chat/limits.ts'
import { webChat } from '#channels/web-chat/web-chat.ts'
import { desk } from '#desk/desk.ts'
import { createSignInLink } from '#desk/first-sign-in.ts'
import { signInColleague, signInFirst } from '#desk/testing/desk-client.ts'
import { deskOfHouse } from '#desk-of-house'
import type { House } from '#house'
import { createHttpServer } from '#platform/http-server.ts'
import { randomIds } from '#platform/ids.ts'

export type FieldDesk = AsyncDisposable & {
  url: string
  /** Cookies of two of the staff. */
  jonas: string
  sara: string
}

/** The desk and the chat of a house over real sockets, with two of the staff signed in. */
export async function openFieldDesk(house: House, pingEveryMs = 20_000): Promise<FieldDesk> {
  const logger = pino({ level: 'silent' })
  const { storage, clock, engine } = house
  const app = createHttpServer(logger, false)
  await app.register(desk(deskOfHouse(house, logger, false), { pingEveryMs }), { prefix: '/desk' })
  await app.register(
    webChat({
      dialogue: engine.dialogue,
      clock,
      log: logger,
      origins: ['same'],
      demo: true,
      limits: defaultWebChatLimits,
      secure: false,
      cookieSecret: 'a-secret-of-thirty-two-characters',
    }),
  )
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const staff = { registers: storage.registers, clock, ids: randomIds }
  const signInLink = async () => url + (await createSignInLink(staff))
  const jonas = await signInFirst({ url, signInLink }, 'Jonas')
  const sara = await signInColleague({ url, signInLink }, jonas, 'Sara')
  return { url, jonas, sara, [Symbol.asyncDispose]: () => app.close() }
}
