import { spawnSync } from 'node:child_process'
import { it } from 'vitest'
import { environment } from '#platform/environment.ts'

const { CI } = environment

/**
 * `it` for tests that need a program of the system to do its work here, such as a mount. Where it does not, the test is
 * skipped and its name says why. A server for continuous integration must have it: there the file fails.
 */
export function whereRuns(program: string, given: readonly string[]) {
  const { status, error, stderr } = spawnSync(program, given, { encoding: 'utf8' })
  const why = status === 0 ? undefined : (error?.message ?? stderr.trim().split('\n')[0])
  if (why !== undefined && CI === 'true') throw new Error(`NOT RUN: ${program}: ${why}`)
  return {
    it: it.skipIf(why !== undefined),
    named: (name: string) => (why === undefined ? name : `${name} (${program}: ${why})`),
  }
}
