import pino, { type Logger as PinoLogger } from 'pino'

export type Logger = PinoLogger

/**
 * JSON lines on standard output. Facts about people are fields named `pii.…` and never leave the process;
 * request lines carry no query, no headers and no address.
 */
export function createLogger(level: string, destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: withoutPersonal },
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({
        method,
        path: url.split('?')[0],
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
