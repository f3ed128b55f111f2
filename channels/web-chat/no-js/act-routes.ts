import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { commentFault } from '#channels/web-chat/browser/comment-check.ts'
import type { Talk } from '#channels/web-chat/talk.ts'
import { chosenLanguage } from './chat-cookie.ts'
import type { Made } from './deps.ts'
import { describedChatPage } from './described-chat-page.ts'
import { sayIn } from './no-js-words.ts'
import type { PageMaker } from './page-maker.ts'
import { AnewForm, filledFrom, HelpedForm, PressForm } from './read-form.ts'
import { nothingFilled } from './view.ts'

/** What is done to a conversation instead of saying something in it. Doing it twice is harmless. */
export function actRoutes(
  app: FastifyInstance,
  { dialogue, admission, cookie }: Made,
  pages: PageMaker,
): void {
  app.post('/chat/afslut', described.close, (request, reply) =>
    endWith(request, reply, 'close', 'slut'),
  )
  app.post('/chat/slet', described.erase, (request, reply) =>
    endWith(request, reply, 'erase', 'slettet'),
  )

  app.post('/chat/ny', described.anew, async (request, reply) => {
    cookie.give(request, reply)
    const { text } = filledFrom(request.body)
    if (text === '') return reply.redirect('/chat', 303)
    return pages.show(request, reply, { filled: { ...nothingFilled, text } })
  })

  app.post('/chat/hjalp', described.helped, async (request, reply) => {
    const talk = await pages.talkOf(request)
    const form = HelpedForm.safeParse(request.body)
    if (!form.success || !isIn(talk) || !admission.mayStillSay(talk, request.ip))
      return reply.redirect('/chat#nyeste', 303)
    const { of, helped, comment } = form.data
    const fault =
      comment === '' ? null : commentFault(comment, sayIn(chosenLanguage(request, reply)))
    if (fault !== null) {
      const filled = { ...nothingFilled, comment }
      return pages.show(request, reply, {
        status: 422,
        filled,
        faults: [{ at: 'comment', text: fault }],
      })
    }
    await dialogue.giveFeedback(talk.conversationId, { of, helped: helped === 'yes', comment })
    return reply.redirect('/chat#nyeste', 303)
  })

  // A form's address that is opened by hand.
  for (const path of ['/chat/afslut', '/chat/ny', '/chat/hjalp'])
    app.get(path, described.byHand, (_, reply) => reply.redirect('/chat', 303))

  async function endWith(
    request: FastifyRequest,
    reply: FastifyReply,
    how: 'close' | 'erase',
    after: string,
  ) {
    const talk = await pages.talkOf(request)
    if (isIn(talk)) await dialogue[how](talk.conversationId)
    cookie.clear(reply)
    return reply.redirect(`/chat?efter=${after}#nyeste`, 303)
  }
}

function isIn(talk: Talk | undefined): talk is Talk & { conversationId: string } {
  return talk?.conversationId !== undefined
}

const described = {
  close: describedChatPage({
    summary: 'End the conversation',
    form: PressForm,
    answers: { 303: 'To the page, which says that it has ended.' },
  }),
  erase: describedChatPage({
    summary: 'Delete the conversation',
    form: PressForm,
    answers: { 303: 'To the page, which says that it is deleted.' },
  }),
  anew: describedChatPage({
    summary: 'Begin anew with another cookie',
    form: AnewForm,
    answers: { 200: 'The page with the text in its field.', 303: 'To the empty page.' },
  }),
  helped: describedChatPage({
    summary: 'Say whether a reply helped',
    form: HelpedForm,
    answers: {
      303: 'Kept; back to the page.',
      422: 'The page, with what is wrong in the comment.',
    },
  }),
  byHand: describedChatPage({
    summary: 'The address of a form, opened by hand',
    answers: { 303: 'To the page.' },
  }),
}
