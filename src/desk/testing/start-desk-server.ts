import { join } from 'node:path'
import { pino } from 'pino'
import { deskAccounts } from '#desk/accounts.ts'
import { desk } from '#desk/desk.ts'
import { createSignInLink } from '#desk/first-sign-in.ts'
import { deskPresence } from '#desk/presence.ts'
import { loadQueues, queuesFile } from '#handoff/load-queues.ts'
import { type Clock, clockFrom } from '#platform/clock.ts'
import { createHttpServer } from '#platform/http-server.ts'
import { randomIds } from '#platform/ids.ts'
import { memoryDesk, memoryRegisters } from './memory-desk.ts'

const ROOT = join(import.meta.dirname, '../../..')
const articles: Readonly<Record<string, { title: string; verified: boolean; url: string | null }>> =
  {
    'pas-voksne': { title: 'Pas til voksne', verified: false, url: 'https://example.org/pas' },
    beboerlicens: { title: 'Beboerlicens', verified: true, url: 'https://example.org/licens' },
  }

/** The desk over real sockets on a free port, with an engine in memory behind it. */
export async function startDeskServer(
  input: {
    clock?: Clock
    secure?: boolean
    port?: number
    registers?: ReturnType<typeof memoryRegisters>
    memory?: ReturnType<typeof memoryDesk>
  } = {},
) {
  const clock = input.clock ?? clockFrom('2026-06-08T07:16:00.000Z')
  const registers = input.registers ?? memoryRegisters()
  const house = { registers, clock, ids: randomIds }
  const accounts = deskAccounts(house)
  const memory =
    input.memory ?? memoryDesk(clock.now, async (id) => (await accounts.get(id))?.name ?? id)
  const lost: string[] = []
  const presence = deskPresence({ lost: (staffId) => lost.push(staffId) })
  const app = createHttpServer(pino({ level: 'silent' }), false)
  await app.register(
    desk({
      ...memory.ports,
      ...house,
      presence,
      log: app.log,
      articleInfo: (id) => articles[id],
      articles: Object.entries(articles).map(([id, { title }]) => ({ id, title })),
      calendar: () => loadQueues(queuesFile(ROOT)),
      writtenReason: (text) => text.trim(),
      secure: input.secure ?? false,
    }),
    { prefix: '/desk' },
  )
  const url = await app.listen({ host: '127.0.0.1', port: input.port ?? 0 })
  return {
    url,
    memory,
    registers,
    presence,
    lost,
    accounts,
    clock,
    signInLink: async () => url + (await createSignInLink(house)),
    async [Symbol.asyncDispose]() {
      await app.close()
    },
  }
}
