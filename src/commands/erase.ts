import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { readConfig } from '#config'
import { eraseConversation } from '#dialogue/erase-conversation.ts'
import { engineViews } from '#dialogue/open-engine.ts'
import type { DeskItem } from '#handoff/desk-item.ts'
import { deskView } from '#handoff/desk-view.ts'
import { systemClock } from '#platform/clock.ts'
import { environment } from '#platform/environment.ts'
import { openSqlite } from '#storage/open-sqlite.ts'
import { existingDatabase, runCommand } from './run-command.ts'

/** Erases one conversation by its reference number or id: `npm run erase -- "12 34 56 7" "asked for it by letter"`. */
await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [wanted, why] = positionals
  if (!wanted || !why?.trim()) {
    process.stderr.write('Usage: npm run erase -- "<reference or conversation id>" "reason"\n')
    process.exitCode = 2
    return
  }
  const { dataDir } = readConfig(environment)
  await using storage = openSqlite({
    path: existingDatabase(dataDir),
    views: [...engineViews, deskView],
    outboxChannels: [],
    clock: systemClock,
  })
  const reference = wanted.replace(/\s/g, '')
  const items = await storage.views.list<DeskItem>(deskView)
  const found = items.filter(({ key, doc }) => key === wanted || doc.reference === reference)
  const [item] = found
  if (!item || found.length > 1) {
    process.stderr.write(
      item
        ? `${found.length} conversations have this reference; give the id: ${found.map(({ key }) => key).join(', ')}\n`
        : 'No conversation has this reference or id. Nothing was erased.\n',
    )
    process.exitCode = 1
    return
  }
  const at = systemClock.now()
  await storage.registers.set('erasures', item.key, '{}', { by: userInfo().username, at, why })
  await eraseConversation(storage, item.key, at)
  process.stdout.write(`erased: ${item.key}\n`)
})
