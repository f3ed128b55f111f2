import { join } from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { openSqlite } from '#storage/open-sqlite.ts'

/** When the newest thing happened in a data folder: from there the clock of the demo goes on after a restart. */
export async function newestInstant(dataDir: string): Promise<string | undefined> {
  const path = join(dataDir, 'front-door.db')
  await using storage = openSqlite({ path, views: [], outboxChannels: [], clock: systemClock })
  const newest = await storage.log.newestPosition()
  return (await storage.log.after(newest - 1, 1))[0]?.event.at
}
