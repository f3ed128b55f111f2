import { AppError, type ErrorCode } from '#platform/errors.ts'

/** Puts what SQLite and the file system say into words that somebody can act on. Other errors stay as they are. */
export function inPlainWords(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  const [code, what, todo] = explanationOf(error) ?? []
  return code && what && todo ? new AppError(code, what, todo, error) : error
}

export function isStorageFault(error: unknown): boolean {
  return error instanceof Error && explanationOf(error) !== undefined
}

type Explanation = readonly [ErrorCode, string, string]

function explanationOf(error: Error): Explanation | undefined {
  if ('errcode' in error && typeof error.errcode === 'number') {
    // The low byte is the kind; the rest is detail. https://sqlite.org/rescode.html
    return bySqlite[error.errcode & 0xff]
  }
  return 'code' in error && typeof error.code === 'string' ? byFileSystem[error.code] : undefined
}

const unwritable: Explanation = [
  'data-unwritable',
  'The data folder cannot be written.',
  'Let the user who runs this own the folder, and mount it for writing; then start again.',
]
const full: Explanation = [
  'storage-failed',
  'The disk is full; nothing of this was kept.',
  'Free some space on the disk of the data folder; no restart is needed.',
]
const broken: Explanation = [
  'storage-failed',
  'The disk could not be read or written; nothing of this was kept.',
  'Look at the disk of the data folder and at the system log; no restart is needed once it works.',
]
const busy: Explanation = [
  'storage-failed',
  'Another program holds the database; nothing of this was kept.',
  'End the program that has the database file open, or wait for it; then try again.',
]
const damaged: Explanation = [
  'storage-failed',
  'The database file is damaged, or is no database.',
  'Put back the last backup of the file, without its -wal and -shm, and keep the .erased file.',
]
const bySqlite: Readonly<Record<number, Explanation>> = {
  3: unwritable,
  5: busy,
  6: busy,
  8: unwritable,
  10: broken,
  11: damaged,
  13: full,
  14: unwritable,
  23: unwritable,
  26: damaged,
}
const byFileSystem: Readonly<Record<string, Explanation>> = {
  EACCES: unwritable,
  EEXIST: unwritable,
  EIO: broken,
  EISDIR: unwritable,
  ENOENT: unwritable,
  ENOSPC: full,
  ENOTDIR: unwritable,
  EPERM: unwritable,
  EROFS: unwritable,
}
