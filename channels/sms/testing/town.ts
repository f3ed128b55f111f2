import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { type GatewayApiFake, startGatewayApiFake } from '#channels/sms/demo/gateway-api-fake.ts'
import { smsDemo } from '#channels/sms/demo/sms-demo.ts'
import type { SenderPace, SmsConfig } from '#channels/sms/deps.ts'
import { runSmsSender } from '#channels/sms/sender.ts'
import { smsChannel } from '#channels/sms/sms.ts'
import type { Dialogue } from '#dialogue/dialogue.ts'
import { systemClock } from '#platform/clock.ts'
import { createHttpServer } from '#platform/http-server.ts'
import { createLogger } from '#platform/logger.ts'
import { type ScriptedDialogue, scriptedDialogue } from './scripted-dialogue.ts'

/** A city that answers texts, a provider and phones, all over real sockets, for tests. */
export type Town = AsyncDisposable & {
  dialogue: ScriptedDialogue
  provider: GatewayApiFake
  url: string
  logged: string[]
  config: SmsConfig
  /** What the city has sent to a phone so far. */
  phone(msisdn: number): string[]
  /** A sender until it is stopped, as a process would run it. */
  startSender(): { stop(): Promise<void> }
}

export const secret = 'delt-hemmelighed-til-test'

export type TownOptions = {
  /** What the bot answers; null is nothing. */
  answer?: (text: string) => string | null
  pace?: Partial<SenderPace>
  config?: Partial<SmsConfig>
  /** With the phone on a page. */
  page?: boolean
}

export async function openTown(options: TownOptions = {}): Promise<Town> {
  const { answer = (text) => `Svar på: ${text}`, pace, config, page = false } = options
  const dialogue = scriptedDialogue(answer)
  const logged: string[] = []
  const log = createLogger('info', { write: (line: string) => void logged.push(line) })
  let url = ''
  const provider = await startGatewayApiFake({
    token: 'token',
    secret,
    receiver: 451204,
    webhooksAt: () => url,
    now: systemClock.now,
    pace: { repeatMs: [50, 100, 200, 400], slowMs: 300, deliverMs: 10 },
  })
  const full: SmsConfig = {
    secret,
    token: 'token',
    sender: '4512345678',
    providerUrl: provider.url,
    addressKey: 'nøgle',
    keyword: null,
    ...config,
  }
  // The channel asks only for what the script has.
  const deps = {
    dialogue: dialogue as unknown as Dialogue,
    outbox: dialogue.outbox,
    log,
    config: full,
  }
  const app: FastifyInstance = createHttpServer(pino({ level: 'silent' }), false)
  await app.register(smsChannel(deps))
  if (page) await app.register(smsDemo({ providerUrl: provider.url }))
  url = await app.listen({ host: '127.0.0.1', port: 0 })
  const senders: (() => Promise<void>)[] = []

  function startSender() {
    const stop = new AbortController()
    const { personal, onWork, outbox } = dialogue
    const running = runSmsSender(
      {
        ...deps,
        outbox,
        personal,
        onWork,
        clock: systemClock,
        random: () => 0,
        pace: { ...quick, ...pace },
      },
      stop.signal,
    )
    const end = async () => {
      stop.abort()
      await running
    }
    senders.push(end)
    return { stop: end }
  }
  return {
    dialogue,
    provider,
    url,
    logged,
    config: full,
    phone: (msisdn) =>
      provider.handsets.of(msisdn).flatMap(({ by, text }) => (by === 'city' ? [text] : [])),
    startSender,
    async [Symbol.asyncDispose]() {
      await Promise.all(senders.map((end) => end()))
      await provider.close()
      await app.close()
    },
  }
}

const quick: SenderPace = {
  answerWithinMs: 200,
  doubtMs: 200,
  lookEveryMs: 50,
  leaseMs: 400,
  atOnce: 10,
}
