import { setTimeout as wait } from 'node:timers/promises'
import { audit } from '#tests/crash/load/audit.ts'
import { outboxEmpty } from '#tests/crash/load/outbox-empty.ts'
import { MARK_LETTERS } from '#tests/crash/load/questions.ts'
import { createWitness } from '#tests/crash/load/witness.ts'
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
    const witness = createWitness()
    const startedMs = performance.now()
    const seconds = () => (performance.now() - startedMs) / 1_000
    let next = 0
    const post = async () => {
      for (let i = next++; i < texts; i = next++) {
        const mark = letters(i)
        const { status } = await sms.text(FIRST_MSISDN + i, `Hvordan får jeg et nyt pas? ${mark}`)
        statuses[status] = (statuses[status] ?? 0) + 1
        if (status === 200) witness.acknowledged(mark)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, post))
    const takenSeconds = seconds()
    const sent = () => new Set(sms.provider.requests.map(({ userref }) => userref)).size
    while (sent() < witness.marks.size && seconds() * 1_000 < LIMIT_MS) await wait(100)
    const answeredSeconds = seconds()
    await outboxEmpty(origin)
    await server.kill()
    if (sent() < witness.marks.size) witness.lost('answers that did not leave in time')
    const audited = await audit(folder.path, witness, sms.provider)
    const again = Array.from({ length: audited.sentTwice }, () => 'a text was sent again')
    return {
      statuses,
      takenSeconds,
      answeredSeconds,
      acknowledged: witness.marks.size,
      lost: audited.lost,
      doubled: [...audited.doubled, ...again],
    }
  } finally {
    await server.kill()
  }
}

/** A number in letters, since digits might be masked. */
function letters(number: number): string {
  return String(number)
    .padStart(MARK_LETTERS, '0')
    .replaceAll(/\d/g, (digit) => 'bcdfghjklm'[Number(digit)] ?? '')
}
