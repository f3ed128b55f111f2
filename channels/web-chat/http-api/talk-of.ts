import type { FastifyRequest } from 'fastify'
import type { Talk, Talks } from '#channels/web-chat/talk.ts'
import { AppError } from '#platform/errors.ts'

export type BegunTalk = Talk & { conversationId: string }

/** Whose conversation a request is about, by the token that it brings. */
export async function talkOf({ headers }: FastifyRequest, talks: Talks): Promise<BegunTalk> {
  const token = /^Bearer ([\w-]{43})$/.exec(headers.authorization ?? '')?.[1]
  const { talk } = await talks.resume(token ?? null)
  const { conversationId } = talk
  if (conversationId !== undefined) return { ...talk, conversationId }
  throw new AppError(
    'token-unknown',
    'The token leads to no conversation.',
    'Start one with POST /api/chat/conversations and send its token as "Authorization: Bearer …".',
  )
}
