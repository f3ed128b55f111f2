import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { after, replied, usual } from './contract/kit.ts'
import { temporaryFolder } from './contract/temporary-folder.ts'
import { GroupCommit } from './group-commit.ts'
import { Kept } from './kept.ts'
import { openSqlite } from './open-sqlite.ts'

test('a storage that works has no problems', async () => {
  using folder = temporaryFolder()
  await using storage = openSqlite({ ...usual, path: join(folder.path, 'a.db') })
  expect(await storage.problems()).toEqual([])
})

test('a commit that the disk refused is a problem until a write works again', async () => {
  using folder = temporaryFolder()
  const database = new DatabaseSync(join(folder.path, 'a.db'))
  database.exec('CREATE TABLE notes (text TEXT)')
  const views = { catchUp() {}, keepCursors() {} }
  const commits = new GroupCommit(database, { views, kept: new Kept(database), onDurable() {} })
  const write = (text: string) =>
    commits.run(() => database.prepare('INSERT INTO notes VALUES (?)').run(text))
  database.exec('PRAGMA max_page_count = 3')
  await expect(write('x'.repeat(50_000))).rejects.toMatchObject({ code: 'storage-failed' })
  // Nothing to write is no sign that writing works.
  await commits.run(() => {})
  expect(commits.lastFailure).toMatchObject({ code: 'storage-failed' })
  database.exec('PRAGMA query_only = ON')
  await commits.probe()
  expect(commits.lastFailure).toMatchObject({ code: 'data-unwritable' })
  database.exec('PRAGMA query_only = OFF')
  await commits.probe()
  expect(commits.lastFailure).toBeUndefined()
  await commits.close()
})

test('texts that the provider does not take are a problem until it does', async () => {
  await using storage = openSqlite({ ...usual, path: ':memory:' })
  await storage.log.record('a', { events: [replied('r1')] })
  await storage.outbox.lease('sms', after(0), after(60), 10)
  await storage.outbox.settle('r1', { state: 'sending' })
  await storage.outbox.settle('r1', { state: 'retry', at: after(1), reason: 'provider-503' })
  expect(await storage.problems()).toMatchObject([
    { code: 'provider-failed', what: expect.stringContaining('provider-503') },
  ])
  await storage.outbox.lease('sms', after(2), after(60), 10)
  await storage.outbox.settle('r1', { state: 'sent', providerRef: '1' })
  expect(await storage.problems()).toEqual([])
})
