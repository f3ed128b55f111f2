import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#platform/errors.ts'
import { newToken } from '#platform/ids.ts'

/**
 * The key that turns phone numbers into addresses; made once, readable by us alone. Throws `data-unwritable` when there
 * is one that cannot be used: with another key nobody who texted before would be known again.
 */
export function addressKey(dataDir: string): string {
  const file = join(dataDir, 'address-key')
  if (!existsSync(file)) {
    const key = newToken()
    // Under its name only when it is whole and on the disk: half a key could be guessed.
    const handle = openSync(`${file}.new`, 'w', 0o600)
    try {
      writeSync(handle, key)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(`${file}.new`, file)
    return key
  }
  const key = readKey(file)
  if (key !== undefined && /^[\w-]{43}$/.test(key)) return key
  throw new AppError(
    'data-unwritable',
    'The file address-key in the data folder cannot be read, or is not whole.',
    'Put it back from the backup, and let the user who runs this own it.',
  )
}

function readKey(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
