import { spawnSync } from 'node:child_process'
import { environment } from '#platform/environment.ts'

const { CI } = environment

/**
 * Whether a program of the system does its work here; else says what is skipped and why. A server for continuous
 * integration must have it: there a test that cannot run fails.
 */
export function runsHere(what: string, program: string, given: readonly string[]): boolean {
  const { status, error, stderr } = spawnSync(program, given, { encoding: 'utf8' })
  if (status === 0) return true
  const why = error ? error.message : stderr.trim().split('\n')[0]
  if (CI === 'true') throw new Error(`NOT RUN ${what}: ${why}`)
  process.stdout.write(`SKIPPED   ${what}: ${why}\n`)
  return false
}
