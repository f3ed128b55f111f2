import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { TranscriptLineSchema } from '#dialogue/transcript-schema.ts'
import { AppError } from '#platform/errors.ts'
import { deskShared, problems } from './api-answers.ts'
import { backgroundOf } from './background.ts'
import { isAtDesk } from './desk-row.ts'
import { BackgroundSchema, DeskRowSchema } from './desk-schemas.ts'
import { ActResultSchema, CannedReplySchema } from './frame-schemas.ts'
import { ActRequest } from './frames.ts'
import type { LiveHouse } from './live-page.ts'
import { perform } from './perform.ts'
import type { Rights } from './rights.ts'

const Conversation = z.object({ conversationId: z.string().min(1).max(100) })

/** What the desk's page does over its stream, for programs: the same acts, the same rights, one request each. */
export function deskApi(plain: FastifyInstance, house: LiveHouse, rights: Rights): void {
  const { deps, board, done, canned } = house
  const app = plain.withTypeProvider<ZodTypeProvider>()
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
    await rights.staff(request)
    return { now: deps.clock.now(), conversations: await board.rows() }
  })
  app.get(
    '/api/conversations/:conversationId',
    { schema: { ...described.read, params: Conversation } },
    async (request) => {
      await rights.staff(request)
      const { conversationId } = request.params
      const conversation = await atDesk(conversationId)
      const lines = await deps.transcript(conversationId)
      return { conversation, lines, background: backgroundOf(lines, deps.articleInfo) }
    },
  )
  app.post('/api/acts', { schema: { ...described.act, body: ActRequest } }, async (request) => {
    const me = await rights.staff(request)
    const { id, act } = request.body
    // A closing is taken back when it has left the desk; the log knows whether it still may.
    if ('conversationId' in act && act.do !== 'reopen') await atDesk(act.conversationId)
    return done.once(`${me.id} ${id}`, () => perform(act, id, me, deps, house))
  })
  app.get('/api/canned-replies', { schema: described.canned }, async (request) => {
    await rights.staff(request)
    return { replies: await canned.list() }
  })
}

const described = {
  list: {
    ...deskShared,
    summary: 'Everything that stands at the desk now',
    response: {
      200: z
        .object({ now: z.iso.datetime(), conversations: z.array(DeskRowSchema).readonly() })
        .describe('Every conversation that waits, is held, or was promised a call.'),
      ...problems,
    },
  },
  read: {
    ...deskShared,
    summary: 'One conversation that stands at the desk, with what was said',
    response: {
      200: z
        .object({
          conversation: DeskRowSchema,
          lines: z.array(TranscriptLineSchema).readonly(),
          background: BackgroundSchema,
        })
        .describe('The conversation.'),
      ...problems,
    },
  },
  act: {
    ...deskShared,
    summary:
      'Do something: take a conversation, write, note, return, close, report a call, keep a canned reply',
    description:
      'Sending the same `id` twice does it once. Erasing and canned replies are for leads.',
    response: { 200: ActResultSchema, ...problems },
  },
  canned: {
    ...deskShared,
    summary: 'The canned replies; `keep-canned` and `remove-canned` are acts',
    response: {
      200: z.object({ replies: z.array(CannedReplySchema).readonly() }).describe('By title.'),
      ...problems,
    },
  },
}
