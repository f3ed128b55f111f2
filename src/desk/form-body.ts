import type { FastifyInstance } from 'fastify'

const MAX_FORM_BYTES = 8 * 1024

/** Reads what HTML forms send. */
export function readForms(app: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded'
  if (app.hasContentTypeParser(type)) return
  app.addContentTypeParser(
    type,
    { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
    (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
}
