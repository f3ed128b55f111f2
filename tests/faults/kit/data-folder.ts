import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringLearnt } from '#tests/kit/bring-learnt.ts'

/** A data folder of its own that goes with its scope, with what was learnt already in it: learning takes the processor from everybody. */
export function dataFolder(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'faults-'))
  bringLearnt(path)
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}
