import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readReference } from '#channels/sms/reference.ts'
import { systemClock } from '#platform/clock.ts'
import { openSqlite } from '#storage/open-sqlite.ts'
import { dataFolder } from '#tests/faults/kit/data-folder.ts'
import { openSmsAccount } from '#tests/faults/kit/sms-account.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { startServer } from '#tests/kit/start-server.ts'

export type BurstReport = {
  statuses: Readonly<Record<string, number>>
  /** From the first text to the last acknowledgement. */
  takenSeconds: number
  /** From the first text until every answer has left. */
  answeredSeconds: number
  acknowledged: number
  lost: readonly string[]
  doubled: readonly string[]
}

/** So many connections the provider opens to us at the same time. */
const AT_ONCE = 40
const FIRST_MSISDN = 4_520_200_000
const LIMIT_MS = 400_000
const ALL = 10_000_000

/** So many people text within seconds; counts what was acknowledged and holds the data and the provider against it. */
export async function runBurst(texts: number): Promise<BurstReport> {
  using folder = dataFolder()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  await using sms = await openSmsAccount(() => origin)
  const environment = { ...sms.environment, LOG_LEVEL: 'error' }
  const server = await startServer({ port, dataDir: folder.path, environment })
  try {
    await server.learnt()
    const statuses: Record<string, number> = {}
    const acknowledged = new Set<string>()
    const startedMs = performance.now()
    const seconds = () => (performance.now() - startedMs) / 1_000
    let next = 0
    const post = async () => {
      for (let i = next++; i < texts; i = next++) {
        const text = `Hvordan får jeg et nyt pas? ${letters(i)}`
        const { status } = await sms.text(FIRST_MSISDN + i, text)
        statuses[status] = (statuses[status] ?? 0) + 1
        if (status === 200) acknowledged.add(text)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, post))
    const takenSeconds = seconds()
    const sent = () => new Set(sms.provider.requests.map(({ userref }) => userref)).size
    while (sent() < acknowledged.size && seconds() * 1_000 < LIMIT_MS) await wait(100)
    const answeredSeconds = seconds()
    await server.kill()

    const { lost, doubled } = await compare(folder.path, acknowledged)
    const times = Map.groupBy(
      sms.provider.requests,
      ({ userref }) => readReference(userref)?.messageId,
    )
    for (const [id, { length }] of times)
      if (length > 1) doubled.push(`text ${id} was sent ${length} times`)
    if (times.size < acknowledged.size)
      lost.push(`${acknowledged.size - times.size} answers were never sent`)
    return {
      statuses,
      takenSeconds,
      answeredSeconds,
      acknowledged: acknowledged.size,
      lost,
      doubled,
    }
  } finally {
    await server.kill()
  }
}

async function compare(dataDir: string, acknowledged: ReadonlySet<string>) {
  await using storage = openSqlite({
    path: join(dataDir, 'front-door.db'),
    views: [],
    outboxChannels: ['sms'],
    clock: systemClock,
  })
  const kept = new Map<string, number>()
  const answers = new Map<string, number>()
  for (const { conversationId, event } of await storage.log.after(0, ALL)) {
    if (event.type === 'utterance-received') {
      const text = await storage.personal.get(conversationId, event.utterance.id, 'text')
      kept.set(text ?? '', (kept.get(text ?? '') ?? 0) + 1)
      answers.set(event.utterance.id, answers.get(event.utterance.id) ?? 0)
    }
    if (event.type !== 'reply-chosen') continue
    for (const id of event.reply.utteranceIds) answers.set(id, (answers.get(id) ?? 0) + 1)
  }
  const lost: string[] = []
  const doubled: string[] = []
  for (const text of acknowledged) if (!kept.has(text)) lost.push(`"${text}" was not kept`)
  for (const [text, times] of kept) if (times > 1) doubled.push(`"${text}" was kept ${times} times`)
  for (const [id, times] of answers) {
    if (times === 0) lost.push(`${id} was not answered`)
    if (times > 1) doubled.push(`${id} was answered ${times} times`)
  }
  return { lost, doubled }
}

/** A number in letters, since digits might be masked. */
function letters(number: number): string {
  return String(number).replaceAll(/\d/g, (digit) => 'bcdfghjklm'[Number(digit)] ?? '')
}
