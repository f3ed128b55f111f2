import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fromBytes, toBytes } from './flat-file.ts'
import type { Learnt } from './learn.ts'

/** Bump when the shape or the meaning of what is learnt changes. */
const FORMAT = 15

/** What was learnt from exactly this knowledge base, or undefined when the file is missing, older or broken. */
export async function readLearnt(file: string, kbVersion: string): Promise<Learnt | undefined> {
  try {
    const learnt = learntFrom(await readFile(file))
    return learnt.kbVersion === kbVersion ? learnt : undefined
  } catch {
    // It is only a cache: learning again costs seconds.
    return undefined
  }
}

/** Writes beside it and renames, so that a reader never sees half a file. */
export async function writeLearnt(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const half = `${file}.${process.pid}.part`
  await writeFile(half, bytes)
  await rename(half, file)
}

/** The same bytes go to the file and from one process to another. */
export function bytesOf(learnt: Learnt): Uint8Array {
  return toBytes({ format: FORMAT, learnt })
}

/** Its arrays are windows on the bytes. Throws on broken bytes, and those of another format. */
export function learntFrom(bytes: Uint8Array): Learnt {
  const { format, learnt } = fromBytes(bytes) as { format: number; learnt: Learnt }
  if (format !== FORMAT) throw new Error(`Format ${format}, not ${FORMAT}.`)
  return learnt
}
