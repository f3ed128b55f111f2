import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment } from '#platform/environment.ts'
import type { ChildResult, ChildTask } from './child-task.ts'

export type ChildEnd = { end: 'killed' } | ({ end: 'finished' } & ChildResult)

/** Plays the story in a process of its own; rejects with what it said when it broke. */
export function runChild(task: ChildTask): Promise<ChildEnd> {
  const script = join(import.meta.dirname, 'child.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(task)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Hundreds of processes load the same modules.
    env: { ...environment, NODE_COMPILE_CACHE: join(import.meta.dirname, '../../.cache/compiled') },
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve({ end: 'killed' })
      else if (code === 0) resolve({ end: 'finished', ...readResult(task) })
      else reject(new Error(`the story broke off after commit ${task.killAt}:\n${complaint}`))
    })
  })
}

function readResult({ folder }: ChildTask): ChildResult {
  return JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as ChildResult
}
