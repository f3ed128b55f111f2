import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '#platform/errors.ts'
import { Problem } from '#platform/problem.ts'
import type { Account } from './accounts.ts'
import { backgroundOf } from './background.ts'
import { isAtDesk } from './desk-row.ts'
import { ActRequest } from './frames.ts'
import type { LiveHouse } from './live-page.ts'
import { perform } from './perform.ts'

const Conversation = z.object({ conversationId: z.string().min(1).max(100) })

/** What the desk's page does over its stream, for programs: the same acts, the same rights, one request each. */
export function deskApi(
  plain: FastifyInstance,
  house: LiveHouse,
  who: (request: FastifyRequest) => Promise<Account | undefined>,
): void {
  const { deps, board, done } = house
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const signedIn = async (request: FastifyRequest): Promise<Account> => {
    const me = await who(request)
    if (!me) throw new AppError('not-signed-in', 'You are not signed in.', 'Sign in at /desk.')
    return me
  }
  // Knowing an id grants nothing: only what stands at the desk can be read or acted on.
  const atDesk = async (conversationId: string) => {
    const row = await board.row(conversationId)
    if (row && isAtDesk(row)) return row
    throw new AppError(
      'not-found',
      'No such conversation stands at the desk.',
      'Ask for the list; somebody may have closed it.',
    )
  }

  app.get('/api/conversations', { schema: described.list }, async (request) => {
    await signedIn(request)
    return { now: deps.clock.now(), conversations: await board.rows() }
  })
  app.get(
    '/api/conversations/:conversationId',
    { schema: { ...described.read, params: Conversation } },
    async (request) => {
      await signedIn(request)
      const { conversationId } = request.params
      const conversation = await atDesk(conversationId)
      const lines = await deps.transcript(conversationId)
      return { conversation, lines, background: backgroundOf(lines, deps.articleInfo) }
    },
  )
  app.post('/api/acts', { schema: { ...described.act, body: ActRequest } }, async (request) => {
    const me = await signedIn(request)
    const { id, act } = request.body
    // A closing is taken back when it has left the desk; the log knows whether it still may.
    if ('conversationId' in act && act.do !== 'reopen') await atDesk(act.conversationId)
    return done.once(`${me.id} ${id}`, () => perform(act, id, me, deps, house))
  })
}

const problems = { '4xx': Problem, '5xx': Problem }
const shared = { tags: ['desk'], security: [{ session: [] }] }
const described = {
  list: {
    ...shared,
    summary: 'Everything that stands at the desk now',
    response: {
      200: z.object({
        now: z.iso.datetime(),
        conversations: z.array(z.looseObject({})).readonly(),
      }),
      ...problems,
    },
  },
  read: {
    ...shared,
    summary: 'One conversation that stands at the desk, with what was said',
    response: {
      200: z.object({
        conversation: z.looseObject({}),
        lines: z.array(z.looseObject({})).readonly(),
        background: z.looseObject({}),
      }),
      ...problems,
    },
  },
  act: {
    ...shared,
    summary: 'Do something with a conversation: take, write, note, return, close, report a call',
    description: 'Sending the same `id` twice does it once.',
    response: {
      200: z.looseObject({ state: z.enum(['done', 'taken', 'gone', 'opted-out', 'number', 'refused']) }),
      ...problems,
    },
  },
}
