import { GroupCommit } from './group-commit.ts'
import { Kept } from './kept.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import { RecentValues } from './recent-values.ts'
import { resumeErasures } from './resume-erasures.ts'
import { SqliteDueTimes } from './sqlite-due-times.ts'
import { SqliteEventLog } from './sqlite-event-log.ts'
import { SqliteOutbox } from './sqlite-outbox.ts'
import { SqlitePersonalStore } from './sqlite-personal-store.ts'
import { SqliteProblems } from './sqlite-problems.ts'
import { SqliteRegisters } from './sqlite-registers.ts'
import { SqliteViews } from './sqlite-views.ts'
import { Statements } from './statements.ts'
import type { Storage, StorageOptions } from './storage.ts'
import { inPlainWords } from './storage-error.ts'
import { truncateWal } from './truncate-wal.ts'

/**
 * Opens the SQLite storage, ready to use: migrated, views complete, erasures done.
 * `path` is a file, whose folder is made when it is missing, or `:memory:`, which is the test twin.
 * Beside the file lies `<path>.erased`: keep it when you put back a backup.
 * `onDurable` is called right after each commit, before anybody is told of it: the crash test stops the process there.
 * Throws `data-unwritable`, `data-newer` or `storage-failed`.
 */
export function openSqlite(
  options: StorageOptions & { path: string; onDurable?: () => void },
): Storage {
  const { path, clock, onDurable } = options
  const database = openDatabase(path)
  try {
    migrate(database)
    const statements = new Statements(database)
    const kept = new Kept(database)
    const values = new RecentValues(kept)
    const views = new SqliteViews(statements, kept, options.views)
    const commits = new GroupCommit(database, { views, kept, onDurable: onDurable ?? (() => {}) })
    const outbox = new SqliteOutbox(statements, commits, clock, options.outboxChannels)
    const log = new SqliteEventLog(statements, commits, kept, values, [views, outbox])
    const personal = new SqlitePersonalStore(statements, commits, values, path)
    commits.runNow(() => {
      views.complete()
      resumeErasures(statements, log, path, clock.now())
      views.keepCursors()
    })
    truncateWal(statements, { wait: true })
    const close = () => commits.close()
    const problems = new SqliteProblems(statements, commits, path)
    return {
      log,
      personal,
      dues: new SqliteDueTimes(statements, commits),
      outbox,
      views: views.port(commits),
      registers: new SqliteRegisters(statements, commits, kept),
      synchronous: () => commits.read(() => readSynchronous(statements)),
      problems: () => problems.now(),
      close,
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    database.close()
    throw inPlainWords(error)
  }
}

const LEVELS = ['OFF', 'NORMAL', 'FULL', 'EXTRA'] as const

function readSynchronous(statements: Statements) {
  const row = statements.get<{ synchronous: number }>('PRAGMA synchronous')
  return LEVELS[row?.synchronous ?? -1] ?? 'unknown'
}
