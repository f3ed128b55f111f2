import { signInColleague, signInFirst } from './desk-client.ts'
import { seedMorning } from './seed.ts'
import { startDeskServer } from './start-desk-server.ts'

/** A desk with the seeded morning, its lead Jonas and a colleague, Sara; their cookies. */
export async function startMorning() {
  const server = await startDeskServer()
  seedMorning(server.memory)
  const jonas = await signInFirst(server, 'Jonas')
  const sara = await signInColleague(server, jonas, 'Sara')
  return {
    ...server,
    jonas,
    sara,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
