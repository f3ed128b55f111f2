import { setTimeout as wait } from 'node:timers/promises'
import { CompactSign } from 'jose'
import type { Weather } from './weather.ts'

export type WebhookPace = {
  /** Pauses before each repetition of a webhook that was not taken. */
  repeatMs: readonly number[]
  /** How long "slow" is. */
  slowMs: number
}

export type PostWebhook = (path: string, payload: object) => Promise<boolean>

/**
 * Posts a webhook as the provider does: signed, repeated until it is taken; true when it was.
 * Source: GatewayAPI documentation, "REST API", chapter "Webhooks" (gatewayapi.com/docs/apis/rest).
 */
export function webhookPost(options: {
  secret: string
  webhooksAt(): string
  weather(): Weather
  pace: WebhookPace
  signal: AbortSignal
}): PostWebhook {
  const { webhooksAt, weather, pace, signal } = options
  const key = new TextEncoder().encode(options.secret)
  let held: (() => void)[] = []

  async function post(path: string, body: string): Promise<boolean> {
    const signature = await new CompactSign(new TextEncoder().encode(body))
      .setProtectedHeader({ typ: 'JWT', alg: 'HS256' })
      .sign(key)
    try {
      const { ok } = await fetch(new URL(path, webhooksAt()), {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'x-gwapi-signature': signature },
        signal: AbortSignal.timeout(5_000),
      })
      return ok
    } catch {
      return false
    }
  }

  /** Waits for a moment, then lets go of everything that came meanwhile, the last first. */
  function shuffle(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    held.push(resolve)
    if (held.length === 1) {
      const letGo = async () => {
        await wait(pace.slowMs / 2)
        const resolvers = held.reverse()
        held = []
        for (const resolveOne of resolvers) {
          resolveOne()
          await wait(20)
        }
      }
      void letGo()
    }
    return promise
  }

  return async (path, payload) => {
    const body = JSON.stringify(payload)
    for (const pauseMs of [0, ...pace.repeatMs]) {
      if (pauseMs > 0) await wait(pauseMs, undefined, { ref: false })
      while (weather() === 'down' && !signal.aborted) await wait(50, undefined, { ref: false })
      if (signal.aborted) return false
      if (weather() === 'slow') await wait(pace.slowMs)
      if (weather() === 'shuffled') await shuffle()
      if (weather() === 'twice') void post(path, body)
      if (await post(path, body)) return true
    }
    return false
  }
}
