import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'

const Report = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.enum(['passed', 'failed', 'pending', 'skipped', 'todo', 'disabled']),
          failureMessages: z.array(z.string()).nullish(),
          meta: z.object({ states: z.array(z.string()).default([]) }).default({ states: [] }),
        }),
      ),
    }),
  ),
})

export type TestReport = {
  passed: number
  failed: number
  skipped: number
  /** The names of those; a name says why where that is known. */
  skippedTests: readonly string[]
  /** States of pages whose access was looked at by tests that passed. */
  states: readonly string[]
  /** What went wrong, by the name of the test or of the file that could not be loaded. */
  faults: readonly { test: string; message: string }[]
}

/** What Vitest's JSON reporter left, or undefined when it left nothing. */
export function readReport(file: string): TestReport | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  const files = Report.parse(JSON.parse(text)).testResults
  const tests = files.flatMap(({ assertionResults }) => assertionResults)
  // A file that cannot be loaded has no tests, and is one failure.
  const broken = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  const notRun = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
  const red = tests.filter(({ status }) => status === 'failed')
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: red.length + broken.length,
    skipped: notRun.length,
    skippedTests: notRun.map(({ fullName }) => fullName),
    states: tests.flatMap(({ status, meta }) => (status === 'passed' ? meta.states : [])),
    faults: [
      ...red.map(({ fullName, failureMessages }) => ({
        test: fullName,
        message: (failureMessages ?? []).join('\n'),
      })),
      ...broken.map(({ name, message }) => ({ test: name, message })),
    ],
  }
}

/** So that nobody reads what an earlier run left. */
export function removeReport(file: string): void {
  rmSync(file, { force: true })
}
