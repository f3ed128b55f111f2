import { appendFileSync, copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, closed, erased, heard, usual } from './contract/kit.ts'
import { temporaryFolder } from './contract/temporary-folder.ts'
import { openSqlite } from './open-sqlite.ts'
import type { Storage } from './storage.ts'

const planted = 'Sørine Kvist, Kanariefuglevej 7'

test('an erased text is in no byte of the database, its WAL or its index; before that it was', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  await using storage = openSqlite({ ...usual, path })
  await say(storage, 'a', 'u1', `Jeg hedder ${planted}.`)
  await say(storage, 'a', 'u2', planted.repeat(500))
  await say(storage, 'b', 'u3', 'a neighbour who stays')
  expect(filesWith(path, planted)).toEqual(['-wal'])
  await storage.personal.erase('a')
  expect(filesWith(path, planted)).toEqual([])
  expect(filesWith(path, 'a neighbour who stays')).toEqual([''])
})

test('nor is it when the texts around it came, changed and went', async () => {
  const write = fc.record({ id: fc.nat(100), of: fc.nat(99), length: fc.nat(120) })
  const [writes = []] = fc.sample(fc.array(write, { minLength: 1_000, maxLength: 1_000 }), {
    numRuns: 1,
    seed: 1,
  })
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  await using storage = openSqlite({ ...usual, path })
  await Promise.all(
    writes.map(({ id, of, length }) =>
      say(storage, `c${id}`, `u${of}`, marker(id).repeat(length + 1)),
    ),
  )
  const shuffled = Array.from({ length: 101 }, (_, i) => (i * 37) % 101)
  await expectErasable(storage, path, shuffled)
})

test('the room of old texts is given back, and still those beside them go without a trace', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  await using storage = openSqlite({ ...usual, path })
  const conversations = Array.from({ length: 300 }, (_, id) => id)
  const texts = (id: number) =>
    Array.from({ length: 30 }, (_, i) => ({
      of: `u${i}`,
      field: 'text' as const,
      value: marker(id).repeat(1 + ((i * 7 + id) % 40)),
    }))
  await Promise.all(
    conversations.map((id) => storage.log.record(`c${id}`, { events: [], personal: texts(id) })),
  )
  await expectErasable(storage, path, conversations)
  expect(countTexts(path)).toBe(5_001)
})

test('what was erased after a backup was made is erased again when the backup is put back', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  const backup = join(folder.path, 'backup.db')
  const before = openSqlite({ ...usual, path })
  await say(before, 'a', 'u1', planted)
  await say(before, 'b', 'u2', 'stays')
  await before.close()
  copyFileSync(path, backup)

  const later = openSqlite({ ...usual, path })
  await later.log.record('a', { events: [erased, closed] })
  await later.personal.erase('a')
  await later.close()
  expect(filesWith(path, planted)).toEqual([])
  expect(readFileSync(`${path}.erased`, 'utf8').trim()).toBe('a')

  copyFileSync(backup, path)
  expect(filesWith(path, planted)).toEqual([''])
  await using restored = openSqlite({ ...usual, path, clock: { now: () => after(60) } })
  expect(filesWith(path, planted)).toEqual([])
  expect(await restored.personal.all('a')).toEqual([])
  expect(await restored.personal.all('b')).toHaveLength(1)
  expect((await restored.log.read('a')).at(-1)?.event).toEqual({
    type: 'text-erased',
    at: after(60),
  })
})

test('an erasure that stopped between the log and the texts is finished at the next start', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  const before = openSqlite({ ...usual, path })
  await say(before, 'a', 'u1', planted)
  await before.log.record('a', { events: [erased] })
  await before.close()
  await using storage = openSqlite({ ...usual, path })
  expect(await storage.personal.all('a')).toEqual([])
  expect(filesWith(path, planted)).toEqual([])
  expect(readFileSync(`${path}.erased`, 'utf8').trim()).toBe('a')
  expect(await storage.log.read('a')).toHaveLength(2)
})

test('a line that a crash cut off in the register does not hide the next', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  const before = openSqlite({ ...usual, path })
  await say(before, 'a', 'u1', planted)
  await before.personal.erase('x')
  await before.close()
  copyFileSync(path, `${path}.backup`)
  appendFileSync(`${path}.erased`, 'cut-o')
  const later = openSqlite({ ...usual, path })
  await later.personal.erase('a')
  await later.close()
  copyFileSync(`${path}.backup`, path)
  await using restored = openSqlite({ ...usual, path })
  expect(await restored.personal.all('a')).toEqual([])
})

function marker(id: number): string {
  return `-of-${id};`
}

async function say(storage: Storage, id: string, of: string, value: string) {
  await storage.log.record(id, {
    events: [heard(of)],
    personal: [{ of, field: 'text', value }],
  })
}

function countTexts(path: string): number {
  using database = new DatabaseSync(path, { readOnly: true })
  return Number(
    Object.values(database.prepare('SELECT count(*) FROM personal_texts').get() ?? {})[0],
  )
}

async function expectErasable(storage: Storage, path: string, ids: readonly number[]) {
  const together = 10
  for (let i = 0; i < ids.length; i += together) {
    const some = ids.slice(i, i + together)
    await Promise.all(some.map((id) => storage.personal.erase(`c${id}`)))
    for (const id of some) expect(filesWith(path, marker(id))).toEqual([])
  }
}

/** Which of the files beside the database hold these bytes, by the end of their names. */
function filesWith(path: string, text: string): readonly string[] {
  return ['', '-wal', '-shm', '.erased'].filter(
    (end) => existsSync(path + end) && readFileSync(path + end).includes(text),
  )
}
