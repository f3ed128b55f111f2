import { breaks } from './breaks.ts'
import { copyOfTree } from './copy-of-tree.ts'
import { runTests } from './run-tests.ts'
import { tryBreak } from './try-break.ts'

/** Breaks each invariant by a small patch in a copy of the tree and expects its test to notice: `npm run prove`, or `npm run prove -- I4 I9`. */
const INVARIANTS = Array.from({ length: 12 }, (_, i) => `I${i + 1}` as const)
const only = process.argv.slice(2)

using copy = copyOfTree()
const unproved = new Set<string>(INVARIANTS)
for (const invariant of INVARIANTS) {
  if (only.length > 0 && !only.includes(invariant)) continue
  const own = breaks.filter((one) => one.invariant === invariant)
  const verdicts: boolean[] = []
  for (const one of own) {
    const { proved, why } = await tryBreak(copy.path, one)
    verdicts.push(proved)
    say(invariant, proved ? 'red' : 'NOT RED', one.what, why)
  }
  const places = new Map(own.map(({ test }) => [`${test.file} ${test.name}`, test]))
  for (const test of places.values()) {
    const { passed, failed, faults } = await runTests(copy.path, test)
    const green = passed > 0 && failed === 0
    verdicts.push(green)
    say(invariant, green ? 'green' : 'NOT GREEN', 'as it is', faults[0]?.test ?? `${passed} tests`)
  }
  if (verdicts.length > 0 && verdicts.every(Boolean)) unproved.delete(invariant)
  else say(invariant, 'UNPROVED', own.length === 0 ? 'no patch' : '', '')
}
const proved = INVARIANTS.length - unproved.size
process.stdout.write(`prove: ${proved} of ${INVARIANTS.length} invariants break their test\n`)
process.exitCode = unproved.size > 0 ? 1 : 0

function say(invariant: string, state: string, what: string, more: string): void {
  process.stdout.write(`${invariant.padEnd(4)}${state.padEnd(10)}${what.padEnd(48)}${more}\n`)
}
