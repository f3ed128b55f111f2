import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openApp } from '#app'
import { readConfig } from '#config'
import { deskAccounts } from '#desk/accounts.ts'
import { signInLinks } from '#desk/sign-in-links.ts'
import { loadQueues, queuesFile } from '#handoff/load-queues.ts'
import type { House } from '#house'
import { systemClock } from '#platform/clock.ts'
import { environment } from '#platform/environment.ts'
import { randomIds } from '#platform/ids.ts'
import { createLogger } from '#platform/logger.ts'
import { demoStart } from './demo/demo-days.ts'
import { demoIsComplete, prepareDemoFolder } from './demo/demo-folder.ts'
import { giveFirst } from './demo/give-first.ts'
import { newestInstant } from './demo/newest-instant.ts'
import { COLLEAGUES, seedDemo } from './demo/seed-demo.ts'
import { runCommand } from './run-command.ts'
import { serve } from './serve.ts'

/**
 * The server with a desk in full swing, started again at every change of its source: `npm run dev`, with 200 more in
 * the queue `npm run dev -- --waiting 200`. It stands at half past ten of an open day; `AT=2026-06-05T22:00` is another time.
 */
process.umask(0o077)
const ROOT = join(import.meta.dirname, '../..')

await runCommand(async () => {
  const { values } = parseArgs({ options: { waiting: { type: 'string', default: '0' } } })
  const config = readConfig({ DATA_DIR: './data-dev', ...environment })
  const logger = createLogger(config.logLevel)
  const { dataDir } = config
  const waiting = Number.parseInt(values.waiting, 10) || 0
  const queues = await loadQueues(queuesFile(ROOT))
  const start = config.startAt ?? demoStart(queues, systemClock.now())
  if (prepareDemoFolder(dataDir, { start, waiting }) === 'empty') {
    process.stdout.write('\n  Playing the conversations of the demo …\n')
    await seedDemo({ dataDir, at: start, waiting, logger, learntFile: join(dataDir, 'learnt.bin') })
    demoIsComplete(dataDir)
  }
  const startAt = [start, (await newestInstant(dataDir)) ?? start].toSorted().at(-1)
  const app = await openApp({ ...config, startAt }, logger)
  const { house } = app
  const theirs = await demoColleagues(house)
  // They work on: what they hold does not go back to the queue.
  for (const id of theirs) house.presence.enter(id)
  house.presence.onChange(() => {
    const me = house.presence.present().find(({ staffId }) => !theirs.includes(staffId))
    if (me) giveFirst(house, me.staffId).catch((error) => logger.error({ err: error }, 'demo'))
  })
  await serve(app, config, await linkFor(house, theirs))
})

async function demoColleagues(house: House): Promise<readonly string[]> {
  const accounts = await accountsOf(house).list()
  return accounts.flatMap(({ id, name }) => (COLLEAGUES.some((one) => one === name) ? [id] : []))
}

/** Until somebody has signed in, each start gives a link that makes whoever opens it a lead. */
async function linkFor(house: House, theirs: readonly string[]): Promise<string | undefined> {
  const isFirst = (await accountsOf(house).list()).length === theirs.length
  const { storage, clock } = house
  return isFirst ? signInLinks({ ...storage, clock }).invite('', 'lead', 'demo') : undefined
}

function accountsOf({ storage, clock }: House) {
  return deskAccounts({ registers: storage.registers, clock, ids: randomIds })
}
