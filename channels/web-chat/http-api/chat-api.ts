import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { type Admission, inSeconds } from '#channels/web-chat/admission.ts'
import type { Choice } from '#channels/web-chat/browser/frames.ts'
import { citizenLines } from '#channels/web-chat/citizen-lines.ts'
import type { Dialogue, Incoming } from '#dialogue/dialogue.ts'
import type { AppError } from '#platform/errors.ts'
import { type AllowedOrigins, refuseForeignOrigin } from '#platform/origin.ts'
import { Problem } from '#platform/problem.ts'
import { answerTo } from './answer-to.ts'
import { conversationApi } from './conversation-api.ts'
import { refuse, tooFast } from './refuse.ts'
import { Lines, ReadQuery, Said, SayBody, StartBody, Started } from './schemas.ts'
import { talkOf } from './talk-of.ts'

export type ChatApiDeps = { dialogue: Dialogue; origins: AllowedOrigins; admission: Admission }

/**
 * The chat for programs, without a socket: start, say, read. The same engine, limits and masking as the pages have.
 * The token stands for the citizen, and travels in a header that no foreign page can set by itself.
 */
export function chatApi({ dialogue, origins, admission }: ChatApiDeps): FastifyPluginAsync {
  const { talks, beginningsOf, mayStillSay, secondsToWait } = admission
  const refuseForeign = refuseForeignOrigin(origins)
  return async (plain) => {
    const app = plain.withTypeProvider<ZodTypeProvider>()
    app.addHook('preValidation', async (request, reply) => {
      // Programs send no Origin; a page that does must be one of ours.
      if (request.headers.origin !== undefined) await refuseForeign(request, reply)
    })
    app.post(
      '/api/chat/conversations',
      { schema: { ...described.start, body: StartBody, response: { 201: Started, ...problems } } },
      async ({ ip, body }, reply) => {
        if (!beginningsOf(ip).take()) throw wait(reply, inSeconds(beginningsOf(ip).waitMs()))
        const { token } = await talks.begin(body.language)
        return reply.status(201).send({ token })
      },
    )
    app.post(
      '/api/chat/messages',
      {
        schema: {
          ...described.say,
          body: SayBody,
          response: { 200: Said, 202: Said, ...problems },
        },
      },
      async (request, reply) => {
        const talk = await talkOf(request, talks)
        if (!mayStillSay(talk, request.ip)) throw wait(reply, secondsToWait(talk, request.ip))
        const { messageId, text } = request.body
        const say = () => talks.say(talk, { id: messageId, text, said: saidIn(request.body) }, 'da')
        const { received, answered, lines } = await answerTo(dialogue, talk.conversationId, say)
        if (received.state === 'refused') throw refuse(received.why)
        if (received.state === 'repeated')
          return reply.status(202).send({ state: 'repeated', utterance: null, lines: [] })
        const utterance = { id: received.utteranceId, text: received.text }
        const state = answered ? 'answered' : 'kept'
        return reply
          .status(answered ? 200 : 202)
          .send({ state, utterance, lines: citizenLines(lines) })
      },
    )
    conversationApi(app, { dialogue, admission })
    app.get(
      '/api/chat/messages',
      {
        schema: {
          ...described.read,
          querystring: ReadQuery,
          response: { 200: Lines, ...problems },
        },
      },
      async (request) => {
        const { conversationId } = await talkOf(request, talks)
        const enough = new AbortController()
        const { after } = request.query
        for await (const lines of dialogue.follow(conversationId, after, enough.signal)) {
          enough.abort()
          return { lines: citizenLines(lines) }
        }
        return { lines: [] }
      },
    )
  }
}

const described = {
  start: { tags: ['chat'], summary: 'Start a conversation' },
  say: {
    tags: ['chat'],
    summary: 'Say something, and get the replies that answer it',
    security: [{ token: [] }],
  },
  read: {
    tags: ['chat'],
    summary: 'Read the conversation, or what came after a position',
    security: [{ token: [] }],
  },
}

const problems = { '4xx': Problem, '5xx': Problem }

function saidIn({ choice, callback }: z.infer<typeof SayBody>): Incoming['said'] {
  if (callback !== undefined) return { via: 'form', ...callback }
  return choice === undefined ? { via: 'typed' } : { via: 'chosen', choice: choice as Choice }
}

function wait(reply: FastifyReply, seconds: number): AppError {
  reply.header('retry-after', seconds)
  return tooFast(seconds)
}
