import { z } from 'zod'
import type { Dialogue, Incoming, Received } from '#dialogue/dialogue.ts'
import { AppError } from '#platform/errors.ts'
import { keyedHash } from '#platform/ids.ts'
import type { TokenBucket } from '#platform/token-bucket.ts'
import type { WebhookDeps } from './deps.ts'
import type { EchoGuard } from './echo-guard.ts'
import { optWord } from './opt-word.ts'
import { readNumber } from './read-number.ts'

/**
 * A text from a citizen ("MO SMS"); what we do not use is left out.
 * Source: GatewayAPI documentation, "REST API", section "MO SMS (Receiving SMS'es)" (gatewayapi.com/docs/apis/rest).
 */
export const InboundSms = z.object({
  id: z.union([z.number().int(), z.string().min(1).max(64)]),
  msisdn: z.union([z.number().int().positive(), z.string().regex(/^\+?\d{1,20}$/)]),
  message: z.string().nullish(),
})
export type InboundSms = z.infer<typeof InboundSms>

/** What one process remembers between texts. */
export type InboundState = {
  /** What a number may still write; whatever is above it the provider sends again later. */
  paceOf: (address: string) => TokenBucket
  inTurn: <T>(key: string, task: () => Promise<T>) => Promise<T>
  echoes: EchoGuard
}

/** Hands a text to the dialogue; resolves once it is durable, so that the provider may be told. */
export async function takeInbound(
  { dialogue, log, config }: WebhookDeps,
  { inTurn, echoes, paceOf }: InboundState,
  sms: InboundSms,
): Promise<Received | { state: 'unanswerable' | 'echo' }> {
  const number = readNumber(String(sms.msisdn))
  if (number.state === 'unanswerable') {
    log.warn({ messageId: sms.id, why: number.why }, 'sms from a number that cannot be answered')
    return number
  }
  const address = `sms:${keyedHash(config.addressKey, number.e164)}`
  const incoming: Incoming = {
    channel: 'sms',
    address,
    messageId: String(sms.id),
    text: withoutKeyword(sms.message ?? '', config.keyword),
    said: { via: 'typed' },
  }
  if (echoes.isEcho(address, incoming.messageId, incoming.text)) {
    log.warn(
      { messageId: sms.id, address },
      'sms from a machine that repeats itself is not answered',
    )
    return { state: 'echo' }
  }
  if (!paceOf(address).take()) {
    log.warn({ messageId: sms.id, address }, 'sms from a number that writes too fast')
    throw tooFast()
  }
  // Two quick texts of a number that is new would both find no conversation, and start one each.
  const received = await inTurn(address, () => handOver(dialogue, incoming, number.e164))
  log.info({ messageId: sms.id, state: received.state, 'pii.from': number.e164 }, 'sms received')
  if (received.state === 'refused' && received.why === 'too-fast') throw tooFast()
  return received
}

function tooFast(): AppError {
  return new AppError(
    'too-fast',
    'This number writes faster than we read; the text was not recorded.',
    'Send the webhook again later, as the provider does by itself.',
  )
}

async function handOver(dialogue: Dialogue, incoming: Incoming, number: string): Promise<Received> {
  const { address, channel, text } = incoming
  const wish = optWord(text)
  if (wish !== null) return dialogue.opt(address, ways[wish], incoming, number)
  const known = await dialogue.find(address)
  if (known !== undefined) {
    const received = await dialogue.receive(known, incoming)
    if (received.state !== 'refused' || received.why !== 'closed') return received
  }
  // What is written after the end of a conversation is a new matter.
  const started = await dialogue.start({ channel, address, language: 'da', number })
  return dialogue.receive(started, incoming)
}

const ways = { stop: 'out', start: 'in', help: 'help' } as const

/** On a number shared with others the provider leaves our keyword in front of what the citizen wrote. */
function withoutKeyword(message: string, keyword: string | null): string {
  if (keyword === null) return message
  const [first = '', ...rest] = message.trimStart().split(/(?<=^\S+)\s+/u)
  return first.toLowerCase() === keyword.toLowerCase() ? rest.join(' ') : message
}
