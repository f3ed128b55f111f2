import { appendFileSync, copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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

test('nor is it after its page was split, moved and checkpointed among the texts of others', async () => {
  const value = fc.record({ id: fc.nat(5), of: fc.nat(40), length: fc.nat(3_000) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(value, { minLength: 20, maxLength: 120 }),
      fc.nat(5),
      async (values, gone) => {
        using folder = temporaryFolder()
        const path = join(folder.path, 'a.db')
        await using storage = openSqlite({ ...usual, path })
        for (const [i, { id, of, length }] of values.entries()) {
          // Ids in no order, as random ids are.
          const key = String((of * 7919) % 41)
          const text = `marker-of-${id};${`filler-of-${id};`.repeat(length / 12)}`
          await say(storage, `c${id}`, key, text)
          if (i % 40 === 39) await storage.personal.erase('somebody else')
        }
        expect(filesWith(path, `-of-${gone};`).length > 0).toBe(
          values.some(({ id }) => id === gone),
        )
        await storage.personal.erase(`c${gone}`)
        expect(filesWith(path, `-of-${gone};`)).toEqual([])
      },
    ),
    { numRuns: 25 },
  )
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

async function say(storage: Storage, id: string, of: string, value: string) {
  await storage.log.record(id, {
    events: [heard(of)],
    personal: [{ of, field: 'text', value }],
  })
}

/** Which of the files beside the database hold these bytes, by the end of their names. */
function filesWith(path: string, text: string): readonly string[] {
  return ['', '-wal', '-shm', '.erased'].filter(
    (end) => existsSync(path + end) && readFileSync(path + end).includes(text),
  )
}
