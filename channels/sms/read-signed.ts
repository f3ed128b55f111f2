import { isDeepStrictEqual } from 'node:util'
import { compactVerify } from 'jose'
import type { z } from 'zod'
import { AppError } from '#platform/errors.ts'
import { parseJson } from '#platform/parse-json.ts'

/**
 * The body of a webhook whose signature is right: a JWT (HS256 and nothing else) in `X-Gwapi-Signature`, whose payload is the body.
 * Throws `signature-wrong` when it is not from the provider, `request-invalid` when it is but cannot be read.
 * Source: GatewayAPI documentation, "REST API", chapter "Webhooks", section "Authentication token" (gatewayapi.com/docs/apis/rest).
 */
export async function readSigned<Schema extends z.ZodType>(
  body: unknown,
  signature: string | string[] | undefined,
  secret: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const signed = await payloadOf(signature, secret)
  // The signature covers its own payload only: a body beside it could say anything.
  if (
    signed === undefined ||
    typeof body !== 'string' ||
    !isDeepStrictEqual(signed, parseJson(body))
  ) {
    throw new AppError(
      'signature-wrong',
      'The webhook is not signed by the SMS provider.',
      'Give the webhook at the provider and GATEWAYAPI_SECRET here the same secret.',
    )
  }
  const read = schema.safeParse(signed)
  if (read.success) return read.data
  throw new AppError(
    'request-invalid',
    'The signed webhook has not the form that the provider documents.',
    'Point inbound messages to /sms/inbound and status notifications to /sms/status.',
  )
}

async function payloadOf(signature: string | string[] | undefined, secret: string) {
  if (typeof signature !== 'string') return undefined
  try {
    const key = new TextEncoder().encode(secret)
    const { payload } = await compactVerify(signature, key, { algorithms: ['HS256'] })
    return parseJson(new TextDecoder().decode(payload))
  } catch {
    return undefined
  }
}
