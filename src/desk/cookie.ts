import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#conversation/events.ts'
import { SESSION_LIFETIME_S } from './sessions.ts'

/** The session cookie. Over TLS its name makes browsers refuse it from any other host or path. */
export function sessionCookie(secure: boolean) {
  const name = secure ? '__Host-desk' : 'desk'
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  return {
    read: (request: FastifyRequest): string | undefined => request.cookies[name],
    set: (reply: FastifyReply, token: string) =>
      reply.setCookie(name, token, { ...options, maxAge: SESSION_LIFETIME_S }),
    clear: (reply: FastifyReply) => reply.clearCookie(name, options),
  }
}
export type SessionCookie = ReturnType<typeof sessionCookie>

/** Danish, unless the person has chosen English in the page. */
export function languageOf(request: FastifyRequest): Language {
  return request.cookies['desk-language'] === 'en' ? 'en' : 'da'
}
