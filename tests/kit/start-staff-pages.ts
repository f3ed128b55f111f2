import { desk } from '#desk/desk.ts'
import { createSignInLink } from '#desk/first-sign-in.ts'
import { postForm, signInColleague, signInFirst } from '#desk/testing/desk-client.ts'
import { deskOfHouse } from '#desk-of-house'
import { createHttpServer } from '#platform/http-server.ts'
import { randomIds } from '#platform/ids.ts'
import { createLogger } from '#platform/logger.ts'
import { registerSockets } from '#platform/sockets.ts'
import { openSharedHouse } from './start-talk.ts'

/** The desk over real sockets on the whole engine, with a lead (Jonas) and a colleague (Sara) who are signed in. */
export async function startStaffPages() {
  const shared = await openSharedHouse()
  const { house, clock } = shared
  const logger = createLogger('silent')
  const app = createHttpServer(logger, false)
  await registerSockets(app)
  await app.register(desk(deskOfHouse(house, logger, false)), { prefix: '/desk' })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const { registers } = house.storage
  const signInLink = async () =>
    url + (await createSignInLink({ registers, clock, ids: randomIds }))
  const lead = await signInFirst({ url, signInLink }, 'Jonas')
  const staff = await signInColleague({ url, signInLink }, lead, 'Sara')

  const get = async (path: string, cookie: string) => {
    const answer = await fetch(url + path, { headers: { cookie }, redirect: 'manual' })
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
  }
  return {
    url,
    shared,
    house,
    clock,
    lead,
    staff,
    get,
    /** Posts a form and, as a browser does, goes where it is sent. */
    async post(path: string, cookie: string, fields: Readonly<Record<string, string>>) {
      const answer = await postForm(url, path, fields, { cookie })
      const to = answer.headers.get('location')
      if (!to) return { status: answer.status, to, text: await answer.text() }
      return { ...(await get(to, cookie)), to }
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await house.close()
    },
  }
}
export type StaffPagesServer = Awaited<ReturnType<typeof startStaffPages>>
