import { join } from 'node:path'
import type { GatewayApiFake } from '#channels/sms/demo/gateway-api-fake.ts'
import { readReference } from '#channels/sms/reference.ts'
import { systemClock } from '#platform/clock.ts'
import { openSqlite } from '#storage/open-sqlite.ts'
import { markOf } from './questions.ts'
import type { Witness } from './witness.ts'

export type Audit = {
  lost: readonly string[]
  doubled: readonly string[]
  /** Texts that the provider was given once more. */
  sentTwice: number
}

const ALL = 1_000_000

/** Holds what those outside were told against the data and the provider: everything acknowledged, once, answered once, sent once. */
export async function audit(
  dataDir: string,
  witness: Witness,
  provider: Pick<GatewayApiFake, 'requests'>,
): Promise<Audit> {
  const { lost, doubled } = witness.faults
  const kept = new Map<string, number>()
  const answers = new Map<string, number>()
  const texts = new Set<string>()
  await using storage = openSqlite({
    path: join(dataDir, 'front-door.db'),
    views: [],
    outboxChannels: ['sms'],
    clock: systemClock,
  })
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  for (const { conversationId, event } of await storage.log.after(0, ALL)) {
    if (event.type === 'utterance-received') {
      const { id } = event.utterance
      const text = (await storage.personal.get(conversationId, id, 'text')) ?? ''
      count(kept, markOf(text))
      answers.set(id, answers.get(id) ?? 0)
    }
    if (event.type !== 'reply-chosen') continue
    for (const id of event.reply.utteranceIds) count(answers, id)
    if (event.reply.channel === 'sms') texts.add(event.reply.id)
    else if (!witness.shown.has(event.reply.id)) lost.push(`reply ${event.reply.id}: on no page`)
  }
  for (const mark of witness.marks)
    if (!kept.has(mark)) lost.push(`"${mark}": acknowledged and not kept`)
  for (const [mark, times] of kept) if (times > 1) doubled.push(`"${mark}": kept ${times} times`)
  for (const [id, times] of answers) {
    if (times === 0) lost.push(`${id}: never answered`)
    if (times > 1) doubled.push(`${id}: answered ${times} times`)
  }
  const sent = new Map<string, number>()
  for (const { userref } of provider.requests) count(sent, readReference(userref)?.messageId ?? '')
  for (const id of texts) if (!sent.has(id)) lost.push(`text ${id}: never sent`)
  const { waiting, inDoubt, dead } = await storage.outbox.counts()
  if (waiting + inDoubt + dead > 0)
    lost.push(`${waiting + inDoubt + dead} texts stay in the outbox`)
  return { lost, doubled, sentTwice: provider.requests.length - sent.size }
}
