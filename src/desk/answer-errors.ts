import type { FastifyInstance } from 'fastify'
import { AppError, errorCodes } from '#platform/errors.ts'

/** Every error of the desk's routes as `{ code, what, todo }`; what we did not foresee tells nothing. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof AppError) {
      const { code, what, todo } = error
      return reply.code(errorCodes[code]).send({ code, what, todo })
    }
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
    if (status === 413)
      return reply
        .code(413)
        .send({ code: 'request-too-large', what: 'That is too long.', todo: 'Send less.' })
    if (status >= 400 && status < 500)
      return reply
        .code(status)
        .send({ code: 'request-invalid', what: 'The request is not readable.', todo: 'Reload.' })
    request.log.error({ err: error }, 'desk request failed')
    return reply.code(500).send({
      code: 'internal-error',
      what: 'The desk could not do that.',
      todo: 'Try again. If it goes on, look in the log.',
    })
  })
}
