import type { FastifyError, FastifyInstance } from 'fastify'
import { pageSecurity } from '#channels/web-chat/page-security.ts'
import { isAllowedOrigin } from '#platform/origin.ts'
import { chosenLanguage } from './chat-cookie.ts'
import { sayIn } from './no-js-words.ts'
import { type PageMaker, phoneIn } from './page-maker.ts'
import { filledFrom } from './read-form.ts'

/** What holds for every page and form: headers, the token against forgery, and faults as pages that say what to do. */
export function guardForms(app: FastifyInstance, pages: PageMaker): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({ ...pageSecurity, 'content-security-policy': withoutScript })
    // Stricter, and browsers send `Origin: null` with our own forms.
    reply.header('referrer-policy', 'same-origin')
    reply.header('cache-control', 'no-store')
  })
  app.addHook('preValidation', async (request, reply) => {
    const { origin } = request.headers
    // Text browsers send no Origin: for them the token alone decides.
    if (request.method !== 'POST' || origin === undefined) return
    if (isAllowedOrigin(request.headers, 'same')) return
    // What another page put into the fields is not shown as the citizen's own.
    const say = sayIn(chosenLanguage(request, reply))
    return pages.show(request, reply, {
      status: 403,
      faults: [{ at: 'page', text: say('form-foreign') }],
    })
  })
  app.addHook('preHandler', (request, reply, done) => {
    if (request.method === 'POST') app.csrfProtection(request, reply, done)
    else done()
  })
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const say = sayIn(chosenLanguage(request, reply))
    const { status, text } = faultOf(error)
    if (status >= 500) request.log.error({ err: error }, 'page failed')
    return pages.show(request, reply, {
      status,
      filled: filledFrom(request.body),
      faults: [{ at: 'page', text: say(text, phoneIn(say)) }],
    })
  })
}

const withoutScript = pageSecurity['content-security-policy'].replace("script-src 'self'; ", '')

function faultOf({ code, statusCode = 500 }: FastifyError): { status: number; text: string } {
  if (code === 'FST_CSRF_MISSING_SECRET') return { status: 403, text: 'cookie-missing' }
  if (code === 'FST_CSRF_INVALID_TOKEN') return { status: 403, text: 'form-old' }
  if (statusCode === 413) return { status: 413, text: 'too-large' }
  return statusCode < 500
    ? { status: statusCode, text: 'form-broken' }
    : { status: 500, text: 'not-done' }
}
