import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { citizenLines } from '#channels/web-chat/citizen-lines.ts'
import { transcriptFile } from '#channels/web-chat/transcript-file.ts'
import { html } from '#platform/html.ts'
import { chosenLanguage } from './chat-cookie.ts'
import { deletePage } from './delete-page.ts'
import type { Made } from './deps.ts'
import { describedChatPage } from './described-chat-page.ts'
import { sayIn } from './no-js-words.ts'
import { pageFrame } from './page-frame.ts'
import { type PageMaker, send } from './page-maker.ts'
import { linesOf } from './read-talk.ts'

const Query = z.object({
  set: z.coerce.number().int().min(0).nullable().catch(null).default(null),
  efter: z.enum(['slut', 'slettet', 'intet']).catch('intet').default('intet'),
})

/** The pages that are read: the conversation, the question before deleting, and the conversation as a file. */
export function readRoutes(
  app: FastifyInstance,
  { dialogue, cookie, files }: Made,
  pages: PageMaker,
): void {
  app.get('/chat', described.talk, async (request, reply) => {
    const language = chosenLanguage(request, reply)
    const { set, efter } = Query.parse(request.query)
    // From another site browsers keep a strict cookie back: a page of ours asks once more, and gets it.
    if (cookie.read(request) === null && comesFromAway(request)) {
      const say = sayIn(language)
      const path = `/chat?lang=${language}`
      const title = say('opening')
      const main = html`<h1>${title}</h1><p><a class="button primary" href="${path}">${say('open-here')}</a></p>`
      return send(
        reply,
        pageFrame(files, { language, title, skipTo: null, path: '/chat', main, again: true }),
      )
    }
    const talk = await pages.talkOf(request).catch(() => undefined)
    const isOver = talk?.conversationId === undefined && efter !== 'intet'
    const done = efter === 'slettet' ? 'erased' : 'closed'
    return pages.show(request, reply, { seen: set, done: isOver ? done : 'nothing' })
  })

  app.get('/chat/slet', described.ask, async (request, reply) => {
    const talk = await pages.talkOf(request)
    if (talk?.conversationId === undefined) return reply.redirect('/chat', 303)
    return send(reply, deletePage(files, await pages.viewOf(request, reply, {})))
  })

  app.get('/chat/samtale.txt', described.file, async (request, reply) => {
    const talk = await pages.talkOf(request)
    if (talk?.conversationId === undefined) return reply.redirect('/chat', 303)
    const language = chosenLanguage(request, reply)
    const say = sayIn(language)
    const lines = citizenLines(await linesOf(dialogue, talk.conversationId))
    return reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="${say('download-name')}"`)
      .send(transcriptFile(lines, language, say))
  })
}

function comesFromAway({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-site'] === 'cross-site'
}

const described = {
  talk: describedChatPage({
    summary: 'The chat without a script',
    query: Query.extend({ lang: z.enum(['da', 'en']).optional() }),
    answers: { 200: 'The conversation and its forms.' },
  }),
  ask: describedChatPage({
    summary: 'The question before a conversation is deleted',
    answers: { 200: 'The question.', 303: 'To the page: there is no conversation.' },
  }),
  file: describedChatPage({
    summary: 'The conversation as a text file',
    answers: { 200: 'The file.', 303: 'To the page: there is no conversation.' },
    type: 'text/plain',
  }),
}
