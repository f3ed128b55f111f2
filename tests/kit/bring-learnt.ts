import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sharedLearntFile } from '#house'

/** Puts what was learnt into a data folder that has nothing: learning takes the processor from everybody. */
export function bringLearnt(folder: string): void {
  const file = join(folder, 'learnt.bin')
  if (existsSync(file) || !existsSync(sharedLearntFile)) return
  mkdirSync(folder, { recursive: true })
  copyFileSync(sharedLearntFile, file)
}
