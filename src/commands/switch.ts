import { userInfo } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#config'
import { SWITCHES } from '#dialogue/switches.ts'
import { loadKnowledgeBase } from '#knowledge/load-knowledge-base.ts'
import { systemClock } from '#platform/clock.ts'
import { environment } from '#platform/environment.ts'
import { openSqlite } from '#storage/open-sqlite.ts'
import { existingDatabase, runCommand } from './run-command.ts'

/**
 * Switches the bot, the desk or one answer off or on, at once and on every channel, while the server runs:
 * `npm run switch -- off pas-voksne "the price is wrong"`, `npm run switch -- on pas-voksne "corrected"`, `npm run switch`.
 */
await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [way, what, why] = positionals
  const { dataDir } = readConfig(environment)
  const kb = await loadKnowledgeBase(join(import.meta.dirname, '../..'))
  await using storage = openSqlite({
    path: existingDatabase(dataDir),
    views: [],
    outboxChannels: [],
    clock: systemClock,
  })
  const { registers } = storage
  const problem = problemWith(positionals, (id) => kb.articles.has(id))
  if (problem) {
    process.stderr.write(
      `${problem}\nUsage: npm run switch -- off|on bot|desk|<article id> "reason"\n`,
    )
    process.exitCode = 2
  } else if (way && what) {
    const entry = { by: userInfo().username, at: systemClock.now(), why: why ?? '' }
    await registers.set(SWITCHES, what, way === 'off' ? JSON.stringify(entry) : null, entry)
  }
  for (const { key, json } of await registers.list(SWITCHES))
    process.stdout.write(`off: ${key} ${json}\n`)
  if ((await registers.list(SWITCHES)).length === 0) process.stdout.write('everything is on\n')
})

function problemWith(
  [way, what, why]: readonly string[],
  isArticle: (id: string) => boolean,
): string | undefined {
  if (way === undefined) return undefined
  if (way !== 'off' && way !== 'on') return `"${way}" is neither off nor on.`
  if (!what) return 'Say what: bot, desk or the id of an article.'
  if (what !== 'bot' && what !== 'desk' && !isArticle(what)) return `There is no article "${what}".`
  return why?.trim() ? undefined : 'Say why; it is kept with your name and the time.'
}
