/** An error that somebody can act on: a stable code, what happened, and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly what: string
  readonly todo: string
  constructor(code: ErrorCode, what: string, todo: string, cause?: unknown) {
    super(`${what} ${todo}`, cause === undefined ? undefined : { cause })
    this.name = 'AppError'
    this.code = code
    this.what = what
    this.todo = todo
  }
}

/** Every code, with the HTTP status it answers with. docs/errors.md says what each means. */
export const errorCodes = {
  'config-invalid': 500,
  'port-taken': 500,
  'data-unwritable': 503,
  'data-newer': 500,
  'article-broken': 500,
  'internal-error': 500,
  'storage-failed': 503,
  'request-invalid': 400,
  'request-too-large': 413,
  'not-signed-in': 401,
  'wrong-origin': 403,
  'role-missing': 403,
  'not-found': 404,
  'taken-by-colleague': 409,
  'state-changed': 409,
  'too-fast': 429,
  'signature-wrong': 401,
  'token-unknown': 401,
  'provider-failed': 502,
} as const
export type ErrorCode = keyof typeof errorCodes
