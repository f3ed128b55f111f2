import { environment } from '#platform/environment.ts'
import { findChromium } from '#tests/kit/chromium.ts'
import { fetchChromium } from './fetch-chromium.ts'
import { readReport, removeReport } from './read-report.ts'
import { runStep } from './run-step.ts'
import { type Step, steps } from './steps.ts'

/** Everything there is to check, a line a step: `npm test`. */
const total = { passed: 0, failed: 0, skipped: 0 }
const { CI, BENCHMARKS } = environment

const chromium = await chooseChromium()
for (const step of steps) await run(step)
if (BENCHMARKS) await run({ name: 'benchmarks', command: ['node', 'eval/run.ts'] })
else skip('benchmarks', 'BENCHMARKS names no folder')
process.stdout.write(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`,
)
process.exitCode = total.failed > 0 ? 1 : 0

async function run({ name, command, report }: Step): Promise<void> {
  if (report) removeReport(report)
  try {
    const { code, output, seconds } = await runStep(command, chromium ? { CHROMIUM: chromium } : {})
    const tests = report ? readReport(report) : undefined
    if (!tests) {
      const passed = code === 0 && !report
      say(passed ? 'passed' : 'FAILED', name, `${seconds.toFixed(1)} s`)
      total[passed ? 'passed' : 'failed'] += 1
      if (!passed) process.stdout.write(`${output}\n`)
      return
    }
    const { passed, failed, skipped, skippedTests, states, faults } = tests
    // An error outside of any test, such as an unhandled rejection, is in the exit code alone.
    const outside = failed === 0 && code !== 0 ? 1 : 0
    const counts = `${passed} passed, ${failed + outside} failed, ${skipped} skipped`
    say(failed + outside === 0 ? 'passed' : 'FAILED', name, `${counts}, ${seconds.toFixed(1)} s`)
    total.passed += passed
    total.failed += failed + outside
    total.skipped += skipped
    for (const state of states) say('looked at', state, 'axe clean, no sideways scroll')
    for (const test of skippedTests) say('SKIPPED', name, test)
    for (const { test, message } of faults) process.stdout.write(`\n✗ ${test}\n${message}\n`)
    if (outside) process.stdout.write(`${output}\n`)
  } catch (error) {
    notRun(name, error instanceof Error ? error.message : String(error))
  }
}

async function chooseChromium(): Promise<string | undefined> {
  const found = findChromium()
  if (found) {
    say('found', 'Chromium', found)
    return found
  }
  const fetched = await fetchChromium()
  if ('path' in fetched) {
    say('fetched', 'Chromium', fetched.path)
    return fetched.path
  }
  notRun('tests of pages', `there is no Chromium, and none could be fetched: ${fetched.why}`)
  return undefined
}

/** Something could not be run: a gap that a server for continuous integration does not let pass. */
function notRun(name: string, why: string): void {
  say('NOT RUN', name, why)
  total[CI === 'true' ? 'failed' : 'skipped'] += 1
}

function skip(name: string, why: string): void {
  say('SKIPPED', name, why)
  total.skipped += 1
}

function say(state: string, name: string, more: string): void {
  process.stdout.write(`${state.padEnd(9)} ${name}: ${more}\n`)
}
