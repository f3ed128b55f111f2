import { type GatewayApiFake, startGatewayApiFake } from '#channels/sms/demo/gateway-api-fake.ts'
import { systemClock } from '#platform/clock.ts'
import { newToken } from '#platform/ids.ts'

const NUMBER = '4520001204'

/** A played SMS provider with an account of ours, and the settings that a server needs to use it. */
export async function openSmsAccount(
  webhooksAt: () => string,
  repeatMs: readonly number[] = [],
): Promise<{ provider: GatewayApiFake; environment: Readonly<Record<string, string>> }> {
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
  return { provider, environment }
}
