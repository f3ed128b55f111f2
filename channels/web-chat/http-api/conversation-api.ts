import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Admission } from '#channels/web-chat/admission.ts'
import type { Dialogue } from '#dialogue/dialogue.ts'
import { AppError } from '#platform/errors.ts'
import { Problem } from '#platform/problem.ts'
import { Done, FeedbackBody, StandingNow } from './schemas.ts'
import { talkOf } from './talk-of.ts'

/** What a citizen does with a whole conversation: see where it stands, say whether it helped, end it, delete it. */
export function conversationApi(
  plain: FastifyInstance,
  { dialogue, admission: { talks } }: { dialogue: Dialogue; admission: Admission },
): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get('/api/chat/conversation', { schema: described.standing }, async (request) =>
    dialogue.standing((await talkOf(request, talks)).conversationId),
  )
  app.post('/api/chat/feedback', { schema: described.feedback }, async (request) => {
    const { conversationId } = await talkOf(request, talks)
    const given = await dialogue.giveFeedback(conversationId, request.body)
    if (given === 'recorded') return { state: 'done' as const }
    throw new AppError(
      'request-invalid',
      'There is no such reply in this conversation.',
      'Send the id of a line that the bot wrote.',
    )
  })
  app.post('/api/chat/close', { schema: described.close }, async (request) => {
    await dialogue.close((await talkOf(request, talks)).conversationId)
    return { state: 'done' as const }
  })
  app.delete('/api/chat/conversation', { schema: described.erase }, async (request) => {
    await dialogue.erase((await talkOf(request, talks)).conversationId)
    return { state: 'done' as const }
  })
}

const shared = { tags: ['chat'], security: [{ token: [] }] }
const problems = { '4xx': Problem, '5xx': Problem }
const done = { 200: Done, ...problems }
const described = {
  standing: {
    ...shared,
    summary: 'Where the conversation stands: who has it, how many wait in front, what was promised',
    response: { 200: StandingNow, ...problems },
  },
  feedback: {
    ...shared,
    summary: 'Say whether a reply helped; staff read it',
    body: FeedbackBody,
    response: done,
  },
  close: { ...shared, summary: 'End the conversation; nothing is erased', response: done },
  erase: {
    ...shared,
    summary: 'Delete the conversation: every text is erased, a promised call is cancelled',
    response: done,
  },
}
