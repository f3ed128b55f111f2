import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Break } from './break.ts'
import { runTests } from './run-tests.ts'

// An expectation that is asked again and again fails as a plain Error with the words of the assertion.
const ASSERTED = /^(AssertionError|Error): expected /

export type Verdict = { proved: boolean; why: string }

/** Applies the patch to the copy, expects its test to fail by an assertion, and takes the patch away again. */
export async function tryBreak(
  root: string,
  { file, find, replace, test }: Break,
): Promise<Verdict> {
  const path = join(root, file)
  const before = readFileSync(path, 'utf8')
  if (before.split(find).length !== 2)
    return { proved: false, why: `the patch does not fit ${file}: write it anew` }
  writeFileSync(
    path,
    before.replace(find, () => replace),
  )
  try {
    const { passed, failed, faults } = await runTests(root, test)
    const [fault] = faults
    if (!fault) {
      const why = passed === 0 ? 'no test of that name' : `stays green (${passed} tests)`
      return { proved: false, why }
    }
    const message = fault.message.split('\n')[0] ?? ''
    const asserted = faults.length === failed && ASSERTED.test(message)
    return { proved: asserted, why: asserted ? fault.test : `not by an assertion: ${message}` }
  } finally {
    writeFileSync(path, before)
  }
}
