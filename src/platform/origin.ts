import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError, errorCodes } from './errors.ts'

/** Whose pages may talk to us: `same` is the host that the request was sent to; others in full (`https://www.kk.dk`). */
export type AllowedOrigins = 'same' | readonly string[]

/** A request without an Origin, or with `null`, comes from no page that we know: it is not allowed. */
export function isAllowedOrigin(
  headers: { origin?: string | undefined; host?: string | undefined },
  allowed: AllowedOrigins,
): boolean {
  const { origin, host } = headers
  if (origin === undefined || !URL.canParse(origin)) return false
  const asked = new URL(origin)
  if (asked.protocol !== 'https:' && asked.protocol !== 'http:') return false
  const isSame = host !== undefined && asked.host === host.toLowerCase()
  if (allowed === 'same') return isSame
  return allowed.includes(asked.origin) || (isSame && allowed.includes('same'))
}

/**
 * A hook for `preValidation`: refuses with 403, on WebSocket routes before the upgrade.
 * Reading methods pass elsewhere, since browsers send no Origin with them.
 */
export function refuseForeignOrigin(
  allowed: AllowedOrigins,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return async (request, reply) => {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (reads && request.ws !== true) return
    if (isAllowedOrigin(request.headers, allowed)) return
    reply.code(errorCodes['wrong-origin'])
    request.log.warn(
      { code: 'wrong-origin', origin: nameOf(request.headers.origin) },
      'foreign page refused',
    )
    throw new AppError(
      'wrong-origin',
      'The request comes from a page that may not use this address.',
      'Add the origin of the page to the allowed origins, or open the page on this server.',
    )
  }
}

/** What a page calls itself, and nothing else that might stand in its place. */
function nameOf(origin: string | undefined): string {
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).origin : 'none'
}
