import pino, { type Logger as PinoLogger } from 'pino'

export type Logger = PinoLogger

/**
 * JSON lines on standard output. Facts about people are fields named `pii.…` and never leave the process;
 * request lines carry the route and not the address that was asked for, no headers and no sender.
 */
export function createLogger(level: string, destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: withoutPersonal },
    serializers: {
      // An address may hold a number, or whatever somebody types: only the pattern that it fits is told.
      req: ({ method, routeOptions }: { method: string; routeOptions?: { url?: string } }) => ({
        method,
        route: routeOptions?.url ?? 'none',
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      err: serializeError,
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

function withoutPersonal(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      key.startsWith('pii.') ? '[personal]' : value,
    ]),
  )
}

// A message may quote what a person wrote ("Unexpected token in …"): type, code and stack lines are enough to find it.
function serializeError(error: Error & { code?: string; what?: string }) {
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
  return { type: error.name, code: error.code, what: error.what, stack: frames?.join('\n') }
}
