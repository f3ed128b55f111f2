import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { temporaryFolder } from './contract/temporary-folder.ts'
import { openSqlite } from './open-sqlite.ts'
import { storageContract } from './storage-contract.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

storageContract('SQLite in memory', (options) => openSqlite({ ...options, path: ':memory:' }))
storageContract('SQLite in a file', (options) =>
  openSqlite({ ...options, path: join(folder.path, `${randomUUID()}.db`) }),
)
