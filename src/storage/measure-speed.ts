import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { heard, replied, talkView, usual } from './contract/kit.ts'
import { temporaryFolder } from './contract/temporary-folder.ts'
import { openSqlite } from './open-sqlite.ts'

/**
 * Prints how many changes a second are durable with 50 in flight: `node src/storage/measure-speed.ts`.
 * `bare` is one event; `full` is what a message brings: a text, a due time, a view, a key, and an outbox row for the answer.
 */
const folder = temporaryFolder()
for (const kind of ['bare', 'full'] as const) {
  const views = kind === 'full' ? [talkView] : []
  await using storage = openSqlite({ ...usual, views, path: join(folder.path, `${kind}.db`) })
  const total = 20_000
  let next = 0
  const begin = performance.now()
  const worker = async () => {
    for (let i = next++; i < total; i = next++) {
      const id = `c${i % 997}`
      if (kind === 'bare') await storage.log.record(id, { events: [heard(`u${i}`)] })
      else {
        await storage.log.record(id, {
          events: [i % 2 ? heard(`u${i}`) : replied(`r${i}`)],
          personal: [{ of: `u${i}`, field: 'text', value: 'Hvad koster et pas til mit barn?' }],
          dues: [{ what: 'idle-close', at: usual.clock.now() }],
          receivedAs: `key${i}`,
        })
      }
    }
  }
  await Promise.all(Array.from({ length: 50 }, worker))
  const perSecond = Math.round(total / ((performance.now() - begin) / 1_000))
  process.stdout.write(`${kind}: ${perSecond} changes/s\n`)
}
rmSync(folder.path, { recursive: true })
