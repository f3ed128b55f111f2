import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { environment } from '#platform/environment.ts'

const ROOT = join(import.meta.dirname, '../..')

export type Ran = { code: number; output: string; seconds: number }

/** Runs a program to its end, in the root of the checkout where nothing else is said; rejects when it cannot be started. */
export function runStep(
  [program, ...given]: readonly [string, ...string[]],
  more: Readonly<Record<string, string>> = {},
  cwd: string = ROOT,
): Promise<Ran> {
  const startMs = performance.now()
  const child = spawn(program, given, {
    cwd,
    env: { ...environment, FORCE_COLOR: '0', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output, seconds: (performance.now() - startMs) / 1000 })
    })
  })
}
