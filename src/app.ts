import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { demoPace } from '#channels/sms/demo/demo-pace.ts'
import { startGatewayApiFake } from '#channels/sms/demo/gateway-api-fake.ts'
import { smsDemo } from '#channels/sms/demo/sms-demo.ts'
import { type SmsConfig, usualPace } from '#channels/sms/deps.ts'
import { runSmsSender } from '#channels/sms/sender.ts'
import { smsChannel } from '#channels/sms/sms.ts'
import { defaultWebChatLimits } from '#channels/web-chat/limits.ts'
import { webChat } from '#channels/web-chat/web-chat.ts'
import { deskAccounts } from '#desk/accounts.ts'
import { desk } from '#desk/desk.ts'
import { createSignInLink } from '#desk/first-sign-in.ts'
import { unverifiedArticles } from '#knowledge/load-knowledge-base.ts'
import { describeApi } from '#operations/describe-api.ts'
import { serveHealth } from '#operations/health.ts'
import { serveMetrics } from '#operations/metrics.ts'
import { clockFrom, systemClock } from '#platform/clock.ts'
import { createHttpServer } from '#platform/http-server.ts'
import { keyedHash, newToken, randomIds } from '#platform/ids.ts'
import type { Logger } from '#platform/logger.ts'
import { registerSockets } from '#platform/sockets.ts'
import { addressKey } from './address-key.ts'
import { type Config, invalid, isLoopback } from './config.ts'
import { deskOfHouse } from './desk-of-house.ts'
import { type House, openHouse } from './house.ts'

/** The whole product behind one HTTP server, not yet listening. */
export type App = {
  server: FastifyInstance
  house: House
  signInPath: string | undefined
  close(): Promise<void>
}

/** Whoever has waited for the start gets a page before the process is busy with the reader. */
const PAGES_FIRST_MS = 100

export async function openApp(config: Config, logger: Logger): Promise<App> {
  const clock = config.startAt ? clockFrom(config.startAt) : systemClock
  const { dataDir, interpretLimitMs, waitLimitMinutes } = config
  const listening = Promise.withResolvers<void>()
  const house = await openHouse({
    dataDir,
    clock,
    logger,
    interpretLimitMs,
    waitLimitMinutes,
    learntFile: join(dataDir, 'learnt.bin'),
    readAfter: listening.promise,
  })
  try {
    await refuseUnfit(config, house)
    const app = await openOn(house, config, logger)
    app.server.addHook('onListen', async () => {
      setTimeout(listening.resolve, PAGES_FIRST_MS).unref()
    })
    return app
  } catch (error) {
    // What is open would keep a process alive that serves nobody.
    await house.close()
    throw error
  }
}

async function openOn(house: House, config: Config, logger: Logger): Promise<App> {
  const { storage, engine, clock } = house
  const server = createHttpServer(logger, config.trustProxy)
  await registerSockets(server)
  await describeApi(server)
  serveHealth(server, {
    ...storage,
    clock,
    livelocks: engine.livelocks,
    understanding: () => house.model.id(),
  })
  const { tail } = engine
  serveMetrics(server, { ...storage, tail, clock, token: config.metricsToken })
  const staff = { registers: storage.registers, clock, ids: randomIds }
  await server.register(
    webChat({
      dialogue: engine.dialogue,
      clock,
      log: logger,
      origins: ['same', ...config.chatOrigins],
      demo: config.demo,
      limits: defaultWebChatLimits,
      secure: config.secure,
      cookieSecret: keyedHash(addressKey(config.dataDir), 'cookies of /chat'),
    }),
  )
  await server.register(desk(deskOfHouse(house, logger, config.secure)), { prefix: '/desk' })
  const sms = await openSms(config, server, house, logger)
  return {
    server,
    house,
    signInPath: (await deskAccounts(staff).hasAny()) ? undefined : await createSignInLink(staff),
    async close() {
      await server.close()
      await sms.close()
      await house.close()
    },
  }
}

/** The SMS channel with its sender; in the demo a provider that is not there is played, and a page has a phone on it. */
async function openSms(
  config: Config,
  server: FastifyInstance,
  { storage, engine, clock }: House,
  logger: Logger,
): Promise<{ close(): Promise<void> }> {
  if (!config.sms && !config.demo) return { async close() {} }
  const key = addressKey(config.dataDir)
  const fake = config.sms ? undefined : await playProvider(server, clock.now)
  const provider = config.sms ?? fake?.account
  if (!provider) return { async close() {} }
  const { dialogue, tail } = engine
  const { outbox, personal } = storage
  const sms: SmsConfig = {
    secret: provider.secret,
    token: provider.token,
    sender: provider.number,
    providerUrl: provider.url,
    addressKey: key,
    keyword: provider.keyword,
  }
  await server.register(smsChannel({ dialogue, outbox, log: logger, config: sms }))
  // The phone on a page speaks to a played provider: what is typed there never leaves this machine.
  if (config.demo && isLoopback(new URL(provider.url).hostname))
    await server.register(smsDemo({ providerUrl: provider.url }))
  const stopping = new AbortController()
  const sending = runSmsSender(
    {
      dialogue,
      outbox,
      personal: {
        textOf: (conversationId, id) => personal.get(conversationId, id, 'text'),
        numberOf: (conversationId) => personal.get(conversationId, 'address', 'phone'),
      },
      onWork: (listener) => tail.subscribe('all', listener),
      clock,
      random: Math.random,
      log: logger,
      config: sms,
      pace: usualPace,
    },
    stopping.signal,
  )
  return {
    async close() {
      stopping.abort()
      await sending
      await fake?.close()
    },
  }
}

const DEMO_NUMBER = '4520001204'

async function playProvider(server: FastifyInstance, now: () => string) {
  const account = {
    secret: newToken(),
    token: newToken(),
    number: DEMO_NUMBER,
    keyword: null,
  }
  const fake = await startGatewayApiFake({
    ...account,
    receiver: Number(DEMO_NUMBER),
    webhooksAt: () => server.listeningOrigin,
    now,
    pace: demoPace,
  })
  return { account: { ...account, url: fake.url }, close: () => fake.close() }
}

async function refuseUnfit(config: Config, { storage, kb, clock }: House): Promise<void> {
  const { registers } = storage
  const problems: string[] = []
  const accounts = deskAccounts({ registers, clock, ids: randomIds })
  if (!isLoopback(config.host) && !(await accounts.hasAny()))
    problems.push(
      `HOST: nobody has an account at the desk yet, so the server does not listen on ${config.host}; start with HOST=127.0.0.1, open the sign-in link and make an account`,
    )
  const unverified = unverifiedArticles(kb)
  if (!config.demo && !config.allowUnverified && unverified.length > 0)
    problems.push(
      `ALLOW_UNVERIFIED: ${unverified.length} articles have not been verified (${unverified.join(', ')}); have them confirmed, or set it to 1 to show them with a notice`,
    )
  if (problems.length > 0) throw invalid(problems)
}
