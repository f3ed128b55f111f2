import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#platform/errors.ts'

/** Runs a command; what goes wrong is told in one line, with what to do, and not as a stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`)
    process.exitCode = 1
  }
}

/** The database of a house that has been started before: a command never makes one in the wrong folder. */
export function existingDatabase(dataDir: string): string {
  const path = join(dataDir, 'front-door.db')
  if (existsSync(path)) return path
  throw new AppError(
    'not-found',
    `There is no database in ${dataDir}; nothing was changed.`,
    'Set DATA_DIR to the data folder of the running server.',
  )
}

export function inWords(error: unknown): string {
  if (error instanceof AppError) return `${error.code}: ${error.message}`
  return error instanceof Error ? error.message : String(error)
}
