import type { FastifyInstance } from 'fastify'
import { refusal } from '#channels/web-chat/server-words.ts'
import type { Talk } from '#channels/web-chat/talk.ts'
import { chosenLanguage } from './chat-cookie.ts'
import type { Made } from './deps.ts'
import { describedChatPage } from './described-chat-page.ts'
import { newsOf } from './news.ts'
import { sayIn } from './no-js-words.ts'
import { type PageMaker, phoneIn } from './page-maker.ts'
import { filledFrom, readSay, SayForm } from './read-form.ts'
import { readTalk } from './read-talk.ts'
import type { Fault } from './view.ts'
import { waitForReply } from './wait-for-reply.ts'

/** `POST /chat`: records what was said, waits for the answer as long as a page may, and leads back to the page. */
export function sayRoute(
  app: FastifyInstance,
  { dialogue, admission, clock, log, limits }: Made,
  pages: PageMaker,
): void {
  app.post('/chat', described, async (request, reply) => {
    const language = chosenLanguage(request, reply)
    const say = sayIn(language)
    const sendBack = (status: number, ...faults: readonly Fault[]) =>
      pages.show(request, reply, { status, faults, filled: filledFrom(request.body) })

    const form = SayForm.safeParse(request.body)
    if (!form.success) return sendBack(400, { at: 'page', text: say('form-broken') })
    try {
      const talk = await pages.talkOf(request)
      if (talk === undefined)
        return sendBack(403, { at: 'page', text: say('cookie-missing', phoneIn(say)) })
      const { state } = await readTalk(dialogue, talk.conversationId, language, clock.now())
      const read = readSay(form.data, state, say)
      if (!read.ok) return sendBack(422, ...read.faults)
      const at = form.data.via === 'typed' ? 'say' : 'page'
      if (!mayEnter(talk, request.ip)) {
        const seconds = admission.secondsToWait(talk, request.ip)
        reply.header('retry-after', seconds)
        return sendBack(429, { at, text: refusal('too-fast', language, { seconds }) })
      }
      const { messageId: id, text, said } = read
      const received = await admission.talks.say(talk, { id, text, said }, language)
      if (received.state === 'refused') {
        const { why } = received
        if (why === 'closed') return sendBack(409, { at: 'page', text: say('was-closed') })
        const field = why === 'phone' ? 'phone' : at
        return sendBack(422, { at: field, text: refusal(why, language) })
      }
      const { conversationId } = talk
      if (conversationId === undefined) return reply.redirect('/chat#nyeste', 303)
      await waitForReply(dialogue, conversationId, limits.replyWithinMs)
      return reply.redirect(await placeOf(conversationId, form.data.seen), 303)
    } catch (err) {
      log.error({ err }, 'form not recorded')
      return sendBack(503, { at: 'page', text: say('not-stored', phoneIn(say)) })
    }
  })

  /** The limits of the widget; the first thing said begins a conversation. */
  function mayEnter(talk: Talk, ip: string): boolean {
    if (talk.conversationId === undefined && !admission.beginningsOf(ip).take()) return false
    return admission.mayStillSay(talk, ip)
  }

  /** Where to read on; what came while the citizen was writing is not passed over. */
  async function placeOf(conversationId: string, seen: number): Promise<string> {
    const { state } = await readTalk(dialogue, conversationId, 'da', clock.now())
    const missed = newsOf(state, seen).fresh.size > newsOf(state, null).fresh.size
    return missed ? `/chat?set=${seen}#nyeste` : '/chat#nyeste'
  }
}

const described = describedChatPage({
  summary: 'Say something, and wait for the reply for five seconds at most',
  description: 'The same `id` sent twice is recorded once.',
  form: SayForm,
  answers: {
    303: 'Recorded; to the page with the reply.',
    400: 'The page: the form was broken.',
    409: 'The page: the conversation has ended.',
    422: 'The page, with what is wrong at its field.',
    429: 'The page: too much at once.',
    503: 'The page: nothing was stored.',
  },
})
