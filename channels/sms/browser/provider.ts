import type { PhoneText } from '#channels/sms/demo/handsets.ts'
import type { Weather } from '#channels/sms/demo/weather.ts'
import type { Segments } from '#platform/sms-segments.ts'

export type PhoneSeen = { now: string; weather: Weather; texts: readonly PhoneText[] }

/** What the page asks of the provider, by way of this server. Each throws when there is no good answer. */
export const provider = {
  look: (msisdn: string) => ask<PhoneSeen>('GET', `/sms/demo/phones/${msisdn}`),
  send: (msisdn: string, text: string) =>
    ask<object>('POST', `/sms/demo/phones/${msisdn}`, { text }),
  count: (text: string) => ask<Segments>('POST', '/sms/demo/count', { text }),
  setWeather: (weather: string) => ask<object>('PUT', '/sms/demo/weather', { weather }),
}

async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const sent = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(path, { method, ...(body ? sent : {}) })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as Answer
}
