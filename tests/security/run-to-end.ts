import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { environment as own } from '#platform/environment.ts'

const ROOT = join(import.meta.dirname, '../..')
const LIMIT_MS = 60_000

/** Runs a file of the product until it ends by itself, and gives what it said. `root` is a copy of the tree. */
export async function runToEnd(
  file: string,
  environment: Readonly<Record<string, string>>,
  { args = [], input = '', root = ROOT }: { args?: string[]; input?: string; root?: string } = {},
): Promise<{ code: number | null; said: string }> {
  const { PATH = '', HOME = '' } = own
  const child = spawn(process.execPath, [join(root, file), ...args], {
    cwd: root,
    env: { PATH, HOME, ...environment },
    timeout: LIMIT_MS,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      said += piece
    })
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { code, said }
}
