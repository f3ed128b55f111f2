import { spawn } from 'node:child_process'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { after, heard, replied, talkView, usual } from './contract/kit.ts'
import { temporaryFolder } from './contract/temporary-folder.ts'
import { openSqlite } from './open-sqlite.ts'

test('a copy of the files made between two writes holds everything that was acknowledged', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'live.db')
  await using storage = openSqlite({ ...usual, path, views: [talkView] })
  for (let round = 1; round <= 5; round++) {
    await storage.log.record('a', {
      events: [heard(`u${round}`), replied(`r${round}`)],
      personal: [{ of: `u${round}`, field: 'text', value: 'hej' }],
      dues: [{ what: 'take-turn', at: after(round) }],
      receivedAs: `key${round}`,
    })
    const pending = storage.log.record('a', { events: [heard('not acknowledged')] })
    const copy = copyFiles(path, join(folder.path, `copy${round}.db`))
    await pending
    await using restored = openSqlite({ ...usual, path: copy, views: [talkView] })
    // Each round before this one added two events and one that was acknowledged after the copy.
    expect(await restored.log.read('a')).toHaveLength(3 * round - 1)
    expect(await restored.personal.all('a')).toHaveLength(round)
    expect(await restored.dues.next()).toBe(after(round))
    expect(await restored.views.get(talkView, 'a')).toEqual({
      heard: 2 * round - 1,
      replied: round,
    })
    expect((await restored.outbox.counts()).waiting).toBe(round)
    expect(await restored.log.record('a', { events: [], receivedAs: 'key1' })).toBe('repeated')
  }
})

test('a process killed while it writes loses nothing that it acknowledged', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'killed.db')
  const acknowledged = await writeUntilKilled(path, 200)
  await using storage = openSqlite({ ...usual, path, views: [talkView] })
  const kept = new Set(
    (await storage.log.after(0, 100_000)).map(({ conversationId }) => conversationId),
  )
  expect(acknowledged.length).toBeGreaterThanOrEqual(200)
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  expect(await storage.views.list(talkView)).toHaveLength(kept.size)
})

function copyFiles(from: string, to: string): string {
  for (const end of ['', '-wal']) {
    if (existsSync(from + end)) copyFileSync(from + end, to + end)
  }
  return to
}

/** Writes in another process, kills it after so many acknowledgements and returns all that were seen. */
async function writeUntilKilled(path: string, enough: number): Promise<readonly string[]> {
  const program = `
    import { openSqlite } from '#storage/open-sqlite.ts'
    import { heard, usual, talkView } from '#storage/contract/kit.ts'
    const storage = openSqlite({ ...usual, views: [talkView], path: ${JSON.stringify(path)} })
    for (let i = 0; ; i += 7) {
      await Promise.all([0, 1, 2, 3, 4, 5, 6].map(async (j) => {
        await storage.log.record('c' + (i + j), { events: [heard('u')] })
        process.stdout.write('c' + (i + j) + '\\n')
      }))
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line)
    if (acknowledged.length === enough) child.kill('SIGKILL')
  }
  // The kill may have cut the last line short.
  return acknowledged
    .slice(0, -1)
    .concat(acknowledged.length === enough ? acknowledged.slice(-1) : [])
}
