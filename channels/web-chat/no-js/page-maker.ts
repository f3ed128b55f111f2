import type { FastifyReply, FastifyRequest } from 'fastify'
import { freshState } from '#channels/web-chat/browser/state.ts'
import type { Talk } from '#channels/web-chat/talk.ts'
import type { Language } from '#conversation/events.ts'
import { chosenLanguage } from './chat-cookie.ts'
import type { Made } from './deps.ts'
import { sayIn } from './no-js-words.ts'
import { readTalk, type TalkNow } from './read-talk.ts'
import { talkPage } from './talk-page.ts'
import { type Fault, type Filled, nothingFilled, type View } from './view.ts'

export type Shown = {
  status?: number
  filled?: Filled
  faults?: readonly Fault[]
  seen?: number | null
  done?: View['done']
}

/** Makes the pages of one request: reads the conversation behind its cookie, and gives a cookie to whoever has none. */
export function pageMaker(deps: Made) {
  const { dialogue, admission, clock, log, cookie, files, newId } = deps

  async function talkOf(request: FastifyRequest): Promise<Talk | undefined> {
    const token = cookie.read(request)
    return token === null ? undefined : admission.talks.of(token)
  }

  /** The page must come, also when the conversation cannot be read. */
  async function read(request: FastifyRequest, language: Language): Promise<TalkNow | 'failed'> {
    try {
      const talk = await talkOf(request)
      return await readTalk(dialogue, talk?.conversationId, language, clock.now())
    } catch (err) {
      log.error({ err }, 'conversation not read')
      return 'failed'
    }
  }

  async function viewOf(request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<View> {
    const language = chosenLanguage(request, reply)
    const say = sayIn(language)
    let talk = await read(request, language)
    let { done = 'nothing' } = shown
    if (talk !== 'failed' && talk.state.ended.how !== 'not' && talk.state.lines.length === 0) {
      // Nothing of it may be read any more, so nothing leads to it any more.
      done = talk.state.ended.how
      cookie.give(request, reply)
      talk = await read(request, language)
    }
    if (cookie.read(request) === null) cookie.give(request, reply)
    const faults = [...(shown.faults ?? [])]
    if (talk === 'failed') {
      reply.code(503)
      if (faults.length === 0) faults.push({ at: 'page', text: say('not-read', phoneIn(say)) })
    }
    return {
      say,
      ...(talk === 'failed' ? unread(language) : talk),
      seen: shown.seen ?? null,
      now: clock.now(),
      csrf: reply.generateCsrf(),
      newId,
      filled: shown.filled ?? nothingFilled,
      faults,
      done,
    }
  }

  async function show(request: FastifyRequest, reply: FastifyReply, shown: Shown) {
    reply.code(shown.status ?? 200)
    return send(reply, talkPage(files, await viewOf(request, reply, shown)))
  }

  return { talkOf, viewOf, show }
}
export type PageMaker = ReturnType<typeof pageMaker>

export function send(reply: FastifyReply, page: string) {
  return reply.type('text/html; charset=utf-8').send(page)
}

/** The number to call, for words that name it. */
export function phoneIn(say: View['say']): { phone: string } {
  return { phone: say('main-phone') }
}

function unread(language: Language): TalkNow {
  const state = freshState({ language, textSize: 'normal', pending: [], open: true })
  return { state, rated: new Map() }
}
