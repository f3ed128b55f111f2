import { z } from 'zod'
import { parseJson } from '#platform/parse-json.ts'
import type { SmsConfig } from './deps.ts'
import { codeOf } from './status.ts'

export type OutgoingSms = {
  /** E.164. */
  to: string
  text: string
  encoding: 'gsm-7' | 'ucs-2'
  reference: string
}

/** How an attempt to send ended. Reasons are codes: the provider's words quote numbers and texts. */
export type Attempt =
  | { ended: 'taken'; providerRef: string }
  /** Surely not taken: to be tried again, not before `afterMs` where the provider says so. */
  | { ended: 'not-now'; reason: string; afterMs: number | null }
  /** Surely not taken, and it never will be. */
  | { ended: 'refused'; reason: string }
  /** Perhaps taken: the answer was not seen, or not whole. */
  | { ended: 'unseen' }

/**
 * Sends one text.
 * Source: GatewayAPI documentation, "REST API", sections "Sending SMS'es" and "API Token"; its errors in "Error code index"
 * (gatewayapi.com/docs/apis/rest, gatewayapi.com/docs/errors). Sent texts can be looked up there by the provider's id only, not by our reference.
 */
export async function sendSms(
  config: Pick<SmsConfig, 'token' | 'sender' | 'providerUrl'>,
  sms: OutgoingSms,
  answerWithinMs: number,
): Promise<Attempt> {
  const body = JSON.stringify({
    sender: config.sender,
    message: sms.text,
    recipients: [{ msisdn: Number(sms.to.slice(1)) }],
    userref: sms.reference,
    encoding: sms.encoding === 'ucs-2' ? 'UCS2' : 'UTF8',
  })
  try {
    const response = await fetch(new URL('/rest/mtsms', config.providerUrl), {
      method: 'POST',
      body,
      headers: {
        authorization: `Basic ${Buffer.from(`${config.token}:`).toString('base64')}`,
        'content-type': 'application/json',
        // A kept connection may be closed just as we write: that would look as if the text had been taken.
        connection: 'close',
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithinMs),
    })
    return attemptOf(response, await response.text())
  } catch (error) {
    return neverReached(error) ? notNow('provider-unreachable') : { ended: 'unseen' }
  }
}

const Taken = z.object({ ids: z.tuple([z.union([z.number(), z.string().min(1)])], z.unknown()) })
const Refusal = z.object({ code: z.unknown() })

function attemptOf(response: Response, body: string): Attempt {
  const { status } = response
  if (status >= 200 && status < 300) {
    const taken = Taken.safeParse(parseJson(body))
    return taken.success
      ? { ended: 'taken', providerRef: String(taken.data.ids[0]) }
      : { ended: 'unseen' }
  }
  const code = codeOf(Refusal.safeParse(parseJson(body)).data?.code)
  const reason = code ? `provider-${status}-${code}` : `provider-${status}`
  const tryLater = status === 429 || status >= 500 || status < 400
  if (tryLater || concernsOurAccount(status, code))
    return notNow(reason, retryAfterMs(response.headers.get('retry-after')))
  return { ended: 'refused', reason }
}

// Token, address or credit: every text fails until somebody mends the account, and then none may be lost.
function concernsOurAccount(status: number, code: string | undefined): boolean {
  return status === 401 || (code !== undefined && accountCodes.has(code.toLowerCase()))
}
const accountCodes = new Set([
  '0x0210',
  '0x0211',
  '0x0212',
  '0x0213',
  '0x0216',
  '0x021d',
  '0x0223',
  '0x0224',
])

function neverReached(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return unreachable.has(code)
}
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function notNow(reason: string, afterMs: number | null = null): Attempt {
  return { ended: 'not-now', reason, afterMs }
}

/** Seconds or a date; null when the header is missing or tells nothing. */
function retryAfterMs(header: string | null): number | null {
  if (header === null) return null
  const seconds = /^\d{1,6}$/.test(header) ? Number(header) : Number.NaN
  const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000
  return Number.isFinite(ms) && ms > 0 ? ms : null
}
