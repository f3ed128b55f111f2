import { pino } from 'pino'
import { expect, it } from 'vitest'
import { usualPace } from '#channels/sms/deps.ts'
import { runSmsSender } from '#channels/sms/sender.ts'
import { openSharedHouse, startTalk } from '#tests/kit/start-talk.ts'
import { openSmsAccount } from './kit/sms-account.ts'

const TEXTS = 12
const STEP_MS = 5_000
const HOUR_MS = 3_600_000
// At 1, 2, 4 … seconds and then every ten minutes, give or take the half that is random.
const MOST_ATTEMPTS = 24
const LEAST_ATTEMPTS = 8
const PATIENCE = { timeout: 30_000, interval: 20 }

it('the provider is down for an hour: patient attempts, /ready says so, and each text goes out once when it is back', async () => {
  const { house, clock } = await openSharedHouse()
  await using sms = await openSmsAccount(() => 'http://127.0.0.1:9')
  const { storage, engine } = house
  const { outbox, personal } = storage
  const stopping = new AbortController()
  const { GATEWAYAPI_TOKEN: token = '', SMS_NUMBER: sender = '' } = sms.environment
  const sending = runSmsSender(
    {
      dialogue: engine.dialogue,
      outbox,
      personal: {
        textOf: (conversationId, id) => personal.get(conversationId, id, 'text'),
        numberOf: (conversationId) => personal.get(conversationId, 'address', 'phone'),
      },
      onWork: (listener) => engine.tail.subscribe('all', listener),
      clock,
      random: () => 0.5,
      log: pino({ level: 'silent' }),
      config: {
        secret: null,
        token,
        sender,
        providerUrl: sms.provider.url,
        addressKey: '',
        keyword: null,
      },
      pace: { ...usualPace, lookEveryMs: 10 },
    },
    stopping.signal,
  )
  try {
    sms.provider.setWeather('down')
    const shared = { house, clock }
    for (let i = 0; i < TEXTS; i += 1) {
      const citizen = await startTalk({ shared, channel: 'sms', at: clock.now() })
      expect(await citizen.says('Hvornår henter I storskrald?')).not.toBe('(silence)')
    }
    await expect.poll(() => triedTexts(), PATIENCE).toBe(TEXTS)
    for (let passedMs = 0; passedMs < HOUR_MS; passedMs += STEP_MS) {
      clock.forward(STEP_MS)
      engine.clockMoved()
      await new Promise((next) => setTimeout(next, 12))
    }
    const attempts = [...Map.groupBy(sms.provider.requests, ({ userref }) => userref).values()]
    for (const { length } of attempts) {
      expect(length).toBeLessThanOrEqual(MOST_ATTEMPTS)
      expect(length).toBeGreaterThanOrEqual(LEAST_ATTEMPTS)
    }
    expect(await storage.problems()).toMatchObject([
      { code: 'provider-failed', what: expect.stringContaining('provider-503') },
    ])
    expect(await outbox.counts()).toMatchObject({ dead: 0 })
    expect(texts()).toEqual([])

    sms.provider.setWeather('fine')
    const allSent = async () => {
      clock.forward(STEP_MS)
      return texts().length
    }
    await expect.poll(allSent, PATIENCE).toBe(TEXTS)
    await expect.poll(() => outbox.counts(), PATIENCE).toEqual({ waiting: 0, inDoubt: 0, dead: 0 })
    expect(new Set(sms.provider.requests.map(({ userref }) => userref)).size).toBe(TEXTS)
    expect(texts()).toHaveLength(TEXTS)
    expect(await storage.problems()).toEqual([])
  } finally {
    stopping.abort()
    await sending
    await house.close()
  }

  function triedTexts(): number {
    return new Set(sms.provider.requests.map(({ userref }) => userref)).size
  }
  function texts(): readonly string[] {
    return sms.phone(4_520_000_123)
  }
})
