import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './contract/temporary-folder.ts'
import { GroupCommit } from './group-commit.ts'
import { Kept } from './kept.ts'
import { openDatabase } from './open-database.ts'

test('all writes of one tick share one commit', async () => {
  await using notes = openNotes(':memory:')
  await Promise.all(['a', 'b', 'c'].map((text) => notes.write(text)))
  expect(notes.commits()).toBe(1)
  await notes.write('d')
  expect(notes.commits()).toBe(2)
  expect(notes.count()).toBe(4)
})

test('a unit of work that fails takes back its own writes and no others', async () => {
  await using notes = openNotes(':memory:')
  const outcomes = await Promise.allSettled([
    notes.write('a'),
    notes.write('b', () => {
      throw new RangeError('no')
    }),
    notes.write('c'),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(notes.count()).toBe(2)
})

test('a full disk rejects everything in the commit with what to do, and once there is space all is well', async () => {
  using folder = temporaryFolder()
  await using notes = openNotes(join(folder.path, 'notes.db'))
  await notes.write('before')
  notes.database.exec('PRAGMA max_page_count = 20')
  const outcomes = await Promise.allSettled([
    notes.write('small'),
    notes.write('x'.repeat(200_000)),
  ])
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({
      reason: { code: 'storage-failed', todo: expect.stringContaining('Free some space') },
    })
  }
  expect(notes.count()).toBe(1)
  notes.database.exec('PRAGMA max_page_count = 1000000')
  await notes.write('x'.repeat(200_000))
  expect(notes.count()).toBe(2)
})

test('a database that turned read-only rejects with what to do, and works again when it is writable', async () => {
  await using notes = openNotes(':memory:')
  notes.database.exec('PRAGMA query_only = ON')
  await expect(notes.write('a')).rejects.toMatchObject({ code: 'data-unwritable' })
  notes.database.exec('PRAGMA query_only = OFF')
  await notes.write('a')
  expect(notes.count()).toBe(1)
})

test('a database that another program keeps locked rejects with what to do', async () => {
  using folder = temporaryFolder()
  await using notes = openNotes(join(folder.path, 'notes.db'))
  using other = openDatabase(join(folder.path, 'notes.db'))
  notes.database.exec('PRAGMA busy_timeout = 20')
  other.exec('BEGIN IMMEDIATE')
  await expect(notes.write('a')).rejects.toMatchObject({
    code: 'storage-failed',
    todo: expect.stringContaining('has the database file open'),
  })
  other.exec('ROLLBACK')
  await notes.write('a')
  expect(notes.count()).toBe(1)
})

test('closing writes what is waiting; afterwards everything is refused', async () => {
  const notes = openNotes(':memory:')
  const waiting = notes.write('a')
  const closing = notes[Symbol.asyncDispose]()
  await expect(waiting).resolves.toBe('a')
  await closing
  await expect(notes.write('b')).rejects.toMatchObject({ code: 'storage-failed' })
})

/** The smallest thing that is written through a group commit. */
function openNotes(path: string) {
  const database = openDatabase(path)
  database.exec('CREATE TABLE notes (text TEXT) STRICT')
  let commits = 0
  const group = new GroupCommit(database, {
    views: { catchUp: () => {}, keepCursors: () => {} },
    kept: new Kept(database),
    onDurable: () => {
      commits++
    },
  })
  return {
    database,
    commits: () => commits,
    count: () => Object.values(database.prepare('SELECT count(*) FROM notes').get() ?? {})[0],
    write: (text: string, andThen = () => {}) =>
      group.run(() => {
        database.prepare('INSERT INTO notes VALUES (?)').run(text)
        andThen()
        return text
      }),
    [Symbol.asyncDispose]: () => group.close(),
  }
}
