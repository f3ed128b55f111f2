import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { AppError, errorCodes } from './errors.ts'
import type { Logger } from './logger.ts'
import { type TrustedProxies, trusts } from './trusted-proxies.ts'

const MAX_BODY_BYTES = 256 * 1024
/** Whoever sends a request drop by drop holds a connection no longer than this. */
const REQUEST_TIMEOUT_MS = 30_000

/** The HTTP server with what holds for every route: sizes, clear errors, careful request lines. */
export function createHttpServer(logger: Logger, proxies: TrustedProxies): FastifyInstance {
  const isBelieved = trusts(proxies)
  const app = Fastify({
    loggerInstance: logger,
    trustProxy: isBelieved,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Before a route is found there is no other handler: an address that cannot be read is not quoted.
    frameworkErrors: (error, request, reply) => void answer(error, request, reply),
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: true,
  }) as unknown as FastifyInstance
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
  })
  tellOfUnknownProxy(app, isBelieved)
  app.setValidatorCompiler(validatorCompiler)
  // Schemas of answers describe them; what our own code has made is not parsed once more on its way out.
  app.setSerializerCompiler(() => JSON.stringify)
  app.setErrorHandler(answer)
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).send({
      code: 'not-found',
      what: 'There is nothing at this address.',
      do: 'Check the address; the start page is /.',
    }),
  )
  return app
}

/** Behind a proxy that is not known all citizens would count as one, and be stopped as one on the busiest day. */
function tellOfUnknownProxy(app: FastifyInstance, isBelieved: ReturnType<typeof trusts>): void {
  let told = false
  app.addHook('onRequest', async ({ headers, socket, log }) => {
    if (told || headers['x-forwarded-for'] === undefined) return
    if (isBelieved(socket.remoteAddress ?? '', 0)) return
    told = true
    log.warn('X-Forwarded-For from an address that TRUST_PROXY does not name; it is not believed')
  })
}

function answer(error: FastifyError | AppError, request: FastifyRequest, reply: FastifyReply) {
  const known = error instanceof AppError ? error : fromFramework(error)
  const status = errorCodes[known.code]
  if (status >= 500) request.log.error({ err: error }, 'request failed')
  return reply.status(status).send({ code: known.code, what: known.what, do: known.todo })
}

function fromFramework(error: FastifyError): AppError {
  const status = error.statusCode ?? 500
  if (status === 413) {
    return new AppError(
      'request-too-large',
      'The request is too large.',
      'Send less than 256 kB.',
      error,
    )
  }
  if (status === 429)
    return new AppError('too-fast', 'Too many requests.', 'Wait a little and try again.', error)
  if (status >= 400 && status < 500) {
    return new AppError(
      'request-invalid',
      `The request could not be read${places(error)}.`,
      'Check its format and try again; /api describes it.',
      error,
    )
  }
  return new AppError(
    'internal-error',
    'Something failed on our side.',
    'Try again; if it stays, look in the log.',
    error,
  )
}

/** Which fields are wrong. Their names are ours; what stood in them is not repeated. */
function places({ validation, validationContext }: FastifyError): string {
  const paths = (validation ?? []).map(({ instancePath }) => instancePath).filter(Boolean)
  return paths.length > 0 ? ` (${validationContext}: ${[...new Set(paths)].join(', ')})` : ''
}
