import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sharedLearntFile } from '#house'

/** A data folder of its own that goes with its scope, with what was learnt already in it: learning takes the processor from everybody. */
export function dataFolder(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'faults-'))
  bringLearnt(path)
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

export function bringLearnt(folder: string): void {
  if (existsSync(sharedLearntFile)) copyFileSync(sharedLearntFile, join(folder, 'learnt.bin'))
}
