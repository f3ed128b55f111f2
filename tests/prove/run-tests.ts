import { join } from 'node:path'
import { readReport, removeReport, type TestReport } from '#tests/house/read-report.ts'
import { runStep } from '#tests/house/run-step.ts'

/** Runs the tests of a file whose names begin so, in a copy of the tree; stops at the first that fails. */
export async function runTests(
  root: string,
  { file, name }: { file: string; name: string },
): Promise<TestReport> {
  const report = join(root, '.cache/prove.json')
  removeReport(report)
  const { output } = await runStep(
    [
      'vitest',
      'run',
      `--root=${root}`,
      '--bail=1',
      '--reporter=json',
      `--outputFile=${report}`,
      `--testNamePattern=^${RegExp.escape(name)}`,
      file,
    ],
    {},
    root,
  )
  const read = readReport(report)
  if (!read) throw new Error(`the tests of ${file} did not run:\n${output}`)
  return read
}
