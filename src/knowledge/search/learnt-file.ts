import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Learnt } from './learn.ts'

/** Bump when the shape or the meaning of what is learnt changes. */
const FORMAT = 11

/** What was learnt from exactly this knowledge base, or undefined when the file is missing, older or broken. */
export async function readLearnt(file: string, kbVersion: string): Promise<Learnt | undefined> {
  try {
    const { format, learnt } = deserialize(await readFile(file))
    return format === FORMAT && learnt.kbVersion === kbVersion ? learnt : undefined
  } catch {
    // It is only a cache: learning again costs seconds.
    return undefined
  }
}

/** Writes beside it and renames, so that a reader never sees half a file. */
export async function writeLearnt(file: string, learnt: Learnt): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const half = `${file}.${process.pid}.part`
  await writeFile(half, serialize({ format: FORMAT, learnt }))
  await rename(half, file)
}
