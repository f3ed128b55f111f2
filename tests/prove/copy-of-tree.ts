import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const LEFT_OUT = ['.git', 'node_modules', 'data', '.cache', 'test-results']

/** The working tree as it is, copied to where patches may be tried. Gone when it is disposed of. */
export function copyOfTree(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'prove-'))
  cpSync(ROOT, path, {
    recursive: true,
    filter: (source) => !LEFT_OUT.includes(relative(ROOT, source)),
  })
  symlinkSync(join(ROOT, 'node_modules'), join(path, 'node_modules'))
  mkdirSync(join(path, '.cache'))
  // What was learnt once is not learnt again for each patch.
  const learnt = join(ROOT, '.cache/learnt.bin')
  if (existsSync(learnt)) cpSync(learnt, join(path, '.cache/learnt.bin'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}
