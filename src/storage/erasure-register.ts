import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The ids of erased conversations, one a line, in a file beside the database: a backup of the database does not know
 * what was erased after it was made, this file does.
 */
export function addErased(databasePath: string, conversationId: string) {
  if (databasePath === ':memory:') return
  const isNew = !existsSync(fileOf(databasePath))
  // The line end comes first too: a line that a crash cut off does not spoil this one.
  appendDurably(fileOf(databasePath), `\n${conversationId}\n`)
  if (isNew) syncFolder(dirname(databasePath))
}

export function listErased(databasePath: string): readonly string[] {
  if (databasePath === ':memory:' || !existsSync(fileOf(databasePath))) return []
  const lines = readFileSync(fileOf(databasePath), 'utf8').split('\n')
  return [...new Set(lines.filter((line) => line !== ''))]
}

function fileOf(databasePath: string): string {
  return `${databasePath}.erased`
}

function appendDurably(file: string, text: string) {
  const handle = openSync(file, 'a', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function syncFolder(folder: string) {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
