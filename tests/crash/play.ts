import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoPace } from '#channels/sms/demo/demo-pace.ts'
import { startGatewayApiFake } from '#channels/sms/demo/gateway-api-fake.ts'
import { newToken } from '#platform/ids.ts'
import type { ChildResult } from './child-task.ts'
import { runChild } from './run-child.ts'

/** The story, played once with the process killed on the way as often as there are commits to kill it after. */
export type Played = ChildResult & {
  kills: number
  /** How often the provider was given each text. */
  sends: readonly number[]
}

export async function play(killsAt: readonly number[]): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'))
  const token = newToken()
  // Nobody is told of receipts: the story has no webhooks, only what it says itself.
  await using provider = await startGatewayApiFake({
    token,
    secret: newToken(),
    receiver: 4_520_001_204,
    webhooksAt: () => 'http://127.0.0.1:9',
    now: () => new Date().toISOString(),
    pace: { ...demoPace, repeatMs: [] },
  })
  const task = { folder, token, providerUrl: provider.url }
  try {
    let kills = 0
    for (const killAt of [...killsAt, null]) {
      const ended = await runChild({ ...task, killAt })
      if (ended.end === 'finished') {
        const byText = Map.groupBy(provider.requests, ({ userref }) => userref)
        return { ...ended, kills, sends: [...byText.values()].map(({ length }) => length) }
      }
      kills += 1
    }
    throw new Error('the last process was killed by somebody else')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
