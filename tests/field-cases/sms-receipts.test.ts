import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type GatewayApiFake, startGatewayApiFake } from '#channels/sms/demo/gateway-api-fake.ts'
import { openTown } from '#channels/sms/testing/town.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { type RunningServer, startServer } from '#tests/kit/start-server.ts'
import { until } from '#tests/security/until.ts'

const anna = 4520000123
const account = { secret: 'a-secret-for-the-receipts', token: 'a-token-for-the-receipts' }

describe('fc019 · the delivery receipt came faster than the id of the send request', () => {
  let dataDir: string
  let port: number
  let provider: GatewayApiFake
  let server: RunningServer
  const start = () =>
    startServer({
      port,
      dataDir,
      environment: {
        LOG_LEVEL: 'info',
        GATEWAYAPI_SECRET: account.secret,
        GATEWAYAPI_TOKEN: account.token,
        GATEWAYAPI_URL: provider.url,
        SMS_NUMBER: '4520001204',
      },
    })
  const read = (sql: string) => {
    const database = new DatabaseSync(join(dataDir, 'front-door.db'), { readOnly: true })
    try {
      return database.prepare(sql).all()
    } finally {
      database.close()
    }
  }
  const outbox = () => read('SELECT state FROM outbox ORDER BY position').map(({ state }) => state)
  const deliveries = () =>
    read('SELECT json FROM events ORDER BY position').flatMap(({ json }) => {
      const event = JSON.parse(String(json)) as { type: string; delivery?: { status: string } }
      return event.type === 'delivery-reported' ? [event.delivery?.status] : []
    })

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'front-door-receipts-'))
    port = await freePort()
    provider = await startGatewayApiFake({
      ...account,
      receiver: 4520001204,
      webhooksAt: () => `http://127.0.0.1:${port}`,
      now: () => new Date().toISOString(),
      pace: { repeatMs: [], slowMs: 200, deliverMs: 50 },
    })
    server = await start()
  })
  afterAll(async () => {
    await server.kill()
    await provider.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('the receipt, before the answer: kept, matched, and taken at the first try', async () => {
    provider.setWeather('hasty')
    expect(await provider.text(anna, 'Hvad koster et nyt pas?')).toBe(true)
    await until('the receipt', () => deliveries().includes('delivered'))
    await until('the answer', () => server.output().includes('"ended":"taken"'))
    expect(outbox()).toEqual(['sent'])
    expect(deliveries()).toEqual(['sent', 'delivered'])
  })

  it('the same with a kill -9 and a restart between receipt and answer: sent once, and delivered', async () => {
    // It takes the text and never answers: there is all the time in the world to be killed in.
    provider.setWeather('silent')
    await provider.text(anna, 'Hvor lang tid tager det?')
    await until('the receipt', () => deliveries().length === 4)
    await server.kill()
    provider.setWeather('fine')
    server = await start()
    expect(outbox()).toEqual(['sent', 'sent'])
    expect(deliveries()).toEqual(['sent', 'delivered', 'sent', 'delivered'])
    await provider.text(anna, 'Hvordan får jeg et kørekort?')
    await until('the next', () => deliveries().length === 6)
    const texts = provider.requests.map(({ userref }) => userref)
    expect(texts).toHaveLength(3)
    expect(new Set(texts).size).toBe(3)
  })

  it('a late "sent", "buffered" or "expired" after "delivered" changes nothing', async () => {
    const [last] = provider.requests.slice(-1)
    const report = { id: 1, msisdn: anna, userref: last?.userref, time: 1_780_000_000 }
    const before = deliveries()
    for (const status of [
      'ENROUTE',
      'BUFFERED',
      'DELIVERED',
      'ACCEPTED',
      'EXPIRED',
      'UNDELIVERABLE',
    ])
      expect(await provider.postWebhook('/sms/status', { ...report, status })).toBe(true)
    expect(deliveries()).toEqual(before)
    expect(outbox()).not.toContain('dead')
  })
})

it('fc019 · what we gave up, and what arrived after all, ends as delivered', async () => {
  await using town = await openTown({ answer: () => null })
  await town.provider.text(anna, 'hej')
  const id = town.dialogue.says('c1', 'svar')
  town.provider.setWeather('refusing')
  town.startSender()
  await vi.waitFor(() => expect(town.dialogue.outbox.fateOf(id)).toBe('dead'), { timeout: 5_000 })
  const report = { id: 9, msisdn: anna, time: 1_780_000_000, userref: `c1/${id}` }
  await town.provider.postWebhook('/sms/status', { ...report, status: 'DELIVERED' })
  expect(town.dialogue.deliveries.at(-1)?.delivery).toEqual({ status: 'delivered' })
})
