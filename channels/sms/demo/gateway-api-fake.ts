import { setTimeout as wait } from 'node:timers/promises'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { z } from 'zod'
import { countSegments } from '#platform/sms-segments.ts'
import { createHandsets, type Handsets, type PhoneText } from './handsets.ts'
import { Weather } from './weather.ts'
import { type PostWebhook, type WebhookPace, webhookPost } from './webhook-post.ts'

export type FakePace = WebhookPace & {
  /** From sent to delivered. */
  deliverMs: number
}
export type GatewayApiFake = AsyncDisposable & {
  url: string
  handsets: Handsets
  /** Every send request that was authorised, in order. */
  requests: readonly { userref: string; encoding: string; text: string; msisdn: number }[]
  setWeather(weather: Weather): void
  /** A citizen sends a text; resolves when the city has taken it, or the provider has given up. */
  text(msisdn: number, text: string): Promise<boolean>
  postWebhook: PostWebhook
  close(): Promise<void>
}

/**
 * A stand-in for GatewayAPI over real HTTP, on a free port of this machine, with the phones behind it.
 *
 *   POST /rest/mtsms       what we send (token as the user of Basic authentication)
 *   POST /handset/:msisdn  a citizen writes: { text }
 *   GET  /handset/:msisdn  what stands on that phone
 *   PUT  /weather          { weather }
 *
 * Source of the first: GatewayAPI documentation, "REST API" (gatewayapi.com/docs/apis/rest). The others are the fake's own.
 */
export async function startGatewayApiFake(options: {
  token: string
  secret: string
  receiver: number
  /** The server that has /sms/inbound and /sms/status. */
  webhooksAt(): string
  now(): string
  pace: FakePace
}): Promise<GatewayApiFake> {
  const { pace, receiver, now } = options
  const stop = new AbortController()
  let weather: Weather = 'fine'
  const handsets = createHandsets(now)
  const requests: { userref: string; encoding: string; text: string; msisdn: number }[] = []
  const signal = stop.signal
  const postWebhook = webhookPost({ ...options, weather: () => weather, signal })
  const app: FastifyInstance = Fastify({ forceCloseConnections: true })

  app.post('/rest/mtsms', async (request, reply) => {
    const given = request.headers.authorization ?? ''
    if (given !== `Basic ${Buffer.from(`${options.token}:`).toString('base64')}`)
      return reply.code(401).send({ code: '0x0211', message: 'Invalid password' })
    const read = SendRequest.safeParse(request.body)
    if (!read.success)
      return reply.code(400).send({ code: '0x0222', message: 'Missing required parameter %1' })
    const { message, encoding, userref, recipients } = read.data
    const { msisdn } = recipients[0]
    requests.push({ userref, encoding, text: message, msisdn })
    if (weather === 'down') return reply.code(503).send({ message: 'Service unavailable' })
    if (weather === 'throttled')
      return reply.code(429).header('retry-after', '1').send({ message: 'Too many requests' })
    if (weather === 'refusing')
      return reply.code(400).send({ code: '0x0308', message: `Invalid: ${msisdn} "${message}"` })
    if (weather === 'slow') await wait(pace.slowMs)
    const text = handsets.add(msisdn, 'city', asTransmitted(message, encoding))
    const answer = { ids: [text.id], usage: { countries: { DK: text.segments.segments } } }
    const receipts = sendReceipts(msisdn, text, userref)
    if (weather === 'hasty') await receipts
    if (weather === 'silent') return reply.hijack()
    if (weather === 'half') return breakOff(reply, JSON.stringify(answer))
    return answer
  })

  async function sendReceipts(msisdn: number, text: PhoneText, userref: string): Promise<void> {
    const report = { id: text.id, msisdn, userref, error: null, code: null, ...country }
    const at = () => Math.floor(Date.parse(now()) / 1000)
    const enroute = postWebhook('/sms/status', { ...report, time: at(), status: 'ENROUTE' })
    await wait(pace.deliverMs, undefined, { ref: false })
    handsets.settle(text, 'delivered')
    await Promise.all([
      enroute,
      postWebhook('/sms/status', { ...report, time: at(), status: 'DELIVERED' }),
    ])
  }

  async function text(msisdn: number, message: string): Promise<boolean> {
    const one = handsets.add(msisdn, 'citizen', message)
    const taken = await postWebhook('/sms/inbound', {
      id: one.id,
      msisdn,
      receiver,
      message,
      senttime: Math.floor(Date.parse(one.at) / 1000),
      webhook_label: 'sms',
      ...country,
    })
    if (taken) handsets.settle(one, 'delivered')
    return taken
  }

  app.get('/handset/:msisdn', async ({ params }) => {
    const { msisdn } = Handset.parse(params)
    return { now: now(), weather, texts: handsets.of(msisdn) }
  })
  app.post('/handset/:msisdn', async ({ params, body }, reply) => {
    const { msisdn } = Handset.parse(params)
    void text(msisdn, Written.parse(body).text)
    return reply.code(202).send({})
  })
  app.put('/weather', async ({ body }) => {
    weather = z.object({ weather: Weather }).parse(body).weather
    return { weather }
  })

  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const close = async () => {
    stop.abort()
    await app.close()
  }
  const setWeather = (next: Weather) => {
    weather = next
  }
  return {
    url,
    handsets,
    requests,
    setWeather,
    text,
    postWebhook,
    close,
    [Symbol.asyncDispose]: close,
  }
}

const country = { country_code: 'DK', country_prefix: 45 }
const Handset = z.object({ msisdn: z.coerce.number().int().positive() })
const Written = z.object({ text: z.string().min(1).max(1600) })
const SendRequest = z.object({
  message: z.string().min(1),
  sender: z.string().max(15),
  userref: z.string().default(''),
  encoding: z.enum(['UTF8', 'UCS2']).default('UTF8'),
  recipients: z.tuple([z.object({ msisdn: z.coerce.number().int() })]),
})

/** In the default encoding, what GSM-7 cannot say is lost on the way. */
function asTransmitted(message: string, encoding: 'UTF8' | 'UCS2'): string {
  if (encoding === 'UCS2') return message
  const { odd } = countSegments(message)
  return [...message].map((character) => (odd.includes(character) ? '?' : character)).join('')
}

function breakOff(reply: FastifyReply, answer: string): void {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length })
  reply.raw.write(answer.slice(0, answer.length / 2), () => reply.raw.destroy())
}
