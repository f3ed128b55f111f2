import { userInfo } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#config'
import { offSwitches, type SwitchFault, setSwitch } from '#dialogue/off-switches.ts'
import { loadKnowledgeBase } from '#knowledge/load-knowledge-base.ts'
import { systemClock } from '#platform/clock.ts'
import { environment } from '#platform/environment.ts'
import { openSqlite } from '#storage/open-sqlite.ts'
import { existingDatabase, runCommand } from './run-command.ts'

const problems: Readonly<Record<NonNullable<SwitchFault>, (way: string, what: string) => string>> =
  {
    'unknown-way': (way) => `"${way}" is neither off nor on.`,
    'nothing-named': () => 'Say what: bot, desk or the id of an article.',
    'unknown-article': (_, what) => `There is no article "${what}".`,
    'no-reason': () => 'Say why; it is kept with your name and the time.',
  }

/**
 * Switches the bot, the desk or one answer off or on, at once and on every channel, while the server runs:
 * `npm run switch -- off pas-voksne "the price is wrong"`, `npm run switch -- on pas-voksne "corrected"`, `npm run switch`.
 */
await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [way, what = '', why = ''] = positionals
  const { dataDir } = readConfig(environment)
  const kb = await loadKnowledgeBase(join(import.meta.dirname, '../..'))
  await using storage = openSqlite({
    path: existingDatabase(dataDir),
    views: [],
    outboxChannels: [],
    clock: systemClock,
  })
  const { registers } = storage
  const isArticle = (id: string) => kb.articles.has(id)
  const by = userInfo().username
  if (way !== undefined) {
    const who = { name: by, id: by, at: systemClock.now() }
    const fault = await setSwitch(registers, isArticle, { way, what, why }, who)
    if (fault) {
      process.stderr.write(
        `${problems[fault](way, what)}\nUsage: npm run switch -- off|on bot|desk|<article id> "reason"\n`,
      )
      process.exitCode = 2
    }
  }
  const off = await offSwitches(registers)
  for (const { what, by, at, why } of off)
    process.stdout.write(`off: ${what} since ${at} by ${by}: ${why}\n`)
  if (off.length === 0) process.stdout.write('everything is on\n')
})
