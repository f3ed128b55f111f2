import { CompactSign } from 'jose'
import { type GatewayApiFake, startGatewayApiFake } from '#channels/sms/demo/gateway-api-fake.ts'
import { systemClock } from '#platform/clock.ts'
import { newToken } from '#platform/ids.ts'

/** A played SMS provider with an account of ours. */
export type SmsAccount = AsyncDisposable & {
  provider: GatewayApiFake
  /** The settings that a server needs to use it. */
  environment: Readonly<Record<string, string>>
  /** One webhook of a text, not repeated, and what the server says to it. */
  text(msisdn: number, message: string, id?: number): Promise<Response>
  /** What the city has sent to a phone so far. */
  phone(msisdn: number): readonly string[]
}

let nextId = Date.now() * 100
const NUMBER = '4520001204'

export async function openSmsAccount(
  webhooksAt: () => string,
  repeatMs: readonly number[] = [],
): Promise<SmsAccount> {
  const account = { token: newToken(), secret: newToken() }
  const provider = await startGatewayApiFake({
    ...account,
    receiver: Number(NUMBER),
    webhooksAt,
    now: systemClock.now,
    pace: { repeatMs, slowMs: 500, deliverMs: 50 },
  })
  const environment = {
    GATEWAYAPI_TOKEN: account.token,
    GATEWAYAPI_SECRET: account.secret,
    GATEWAYAPI_URL: provider.url,
    SMS_NUMBER: NUMBER,
  }
  const key = new TextEncoder().encode(account.secret)
  const text = async (msisdn: number, message: string, id: number = nextId++) => {
    const body = JSON.stringify({ id, msisdn, message, receiver: Number(NUMBER) })
    const signature = await new CompactSign(new TextEncoder().encode(body))
      .setProtectedHeader({ alg: 'HS256' })
      .sign(key)
    return fetch(new URL('/sms/inbound', webhooksAt()), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-gwapi-signature': signature },
    })
  }
  return {
    provider,
    environment,
    text,
    phone: (msisdn) =>
      provider.handsets.of(msisdn).flatMap(({ by, text }) => (by === 'city' ? [text] : [])),
    [Symbol.asyncDispose]: () => provider.close(),
  }
}
