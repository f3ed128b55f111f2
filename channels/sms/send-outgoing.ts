import type { OutboxFate, Outgoing } from '#dialogue/ports.ts'
import { inGsm7 } from '#platform/in-gsm-7.ts'
import { countSegments } from '#platform/sms-segments.ts'
import type { SenderDeps } from './deps.ts'
import { fateOf } from './fate-of.ts'
import { type OutgoingSms, sendSms } from './gateway-api.ts'
import { readNumber } from './read-number.ts'
import { writeReference } from './reference.ts'
import { receivedAs } from './status.ts'

/** One attempt to send one text, settled in the outbox; what the desk should know of it is recorded. */
export async function sendOutgoing(deps: SenderDeps, one: Outgoing): Promise<OutboxFate> {
  const { outbox, clock, config, pace, log } = deps
  const written = await write(deps, one)
  if (written.state === 'dead') return settle(deps, one, written)
  await outbox.settle(one.id, { state: 'sending' })
  const attempt = await sendSms(config, written.sms, pace.answerWithinMs)
  const { id, conversationId, inDoubt } = one
  const attempts = one.attempts + 1
  log.info({ conversationId, messageId: id, attempts, ended: attempt.ended }, 'sms attempt')
  const chance = { random: deps.random(), doubtMs: pace.doubtMs }
  return settle(deps, one, fateOf(attempt, { attempts, inDoubt }, clock.now(), chance))
}

type Written = { state: 'written'; sms: OutgoingSms } | { state: 'dead'; reason: string }

async function write({ personal }: SenderDeps, one: Outgoing): Promise<Written> {
  const { id, conversationId } = one
  const [text, stored] = await Promise.all([
    personal.textOf(conversationId, id),
    personal.numberOf(conversationId),
  ])
  if (!text || !stored) return { state: 'dead', reason: 'erased' }
  const number = readNumber(stored)
  if (number.state === 'unanswerable') return { state: 'dead', reason: `number-${number.why}` }
  const cheap = inGsm7(text)
  const { encoding } = countSegments(cheap)
  const reference = writeReference(conversationId, id)
  return { state: 'written', sms: { to: number.e164, text: cheap, encoding, reference } }
}

async function settle(deps: SenderDeps, one: Outgoing, fate: OutboxFate): Promise<OutboxFate> {
  const { id, conversationId } = one
  await deps.outbox.settle(id, fate)
  if (fate.state === 'sent') {
    const sent = { status: 'sent', providerRef: fate.providerRef } as const
    await deps.dialogue.reportDelivery(conversationId, id, sent, receivedAs(id, sent))
  }
  if (fate.state === 'dead') {
    deps.log.error({ conversationId, messageId: id, reason: fate.reason }, 'sms given up')
    const failed = { status: 'failed', code: fate.reason } as const
    await deps.dialogue.reportDelivery(conversationId, id, failed, receivedAs(id, failed))
  }
  return fate
}
