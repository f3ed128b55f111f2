import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#conversation/events.ts'
import { newToken } from '#platform/ids.ts'

/**
 * The key to the conversation, in a cookie that dies with the browser. It is signed, so that nobody picks a token of
 * their own before anything was said; over TLS its name makes browsers refuse it from any other host or path.
 */
export function chatCookie(secure: boolean) {
  const name = secure ? '__Host-chat' : 'chat'
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  return {
    name,
    options,
    read(request: FastifyRequest): string | null {
      const { valid, value } = request.unsignCookie(request.cookies[name] ?? '')
      return valid && value !== null && /^[\w-]{43}$/.test(value) ? value : null
    },
    /** A new one, also for the rest of this request: the page that is being made is bound to it. */
    give(request: FastifyRequest, reply: FastifyReply): string {
      const token = newToken()
      request.cookies[name] = reply.signCookie(token)
      reply.setCookie(name, token, { ...options, signed: true })
      return token
    },
    clear: (reply: FastifyReply) => reply.clearCookie(name, options),
  }
}
export type ChatCookie = ReturnType<typeof chatCookie>

const LANGUAGE = 'chat-language'

/** What the address asks for, else what was chosen before, else Danish. A choice is remembered as long as the browser runs. */
export function chosenLanguage(request: FastifyRequest, reply: FastifyReply): Language {
  const { lang } = (request.query ?? {}) as { lang?: unknown }
  if (lang === 'da' || lang === 'en') {
    reply.setCookie(LANGUAGE, lang, { path: '/chat', sameSite: 'lax', httpOnly: true })
    return lang
  }
  return request.cookies[LANGUAGE] === 'en' ? 'en' : 'da'
}
