import { breaks } from './breaks.ts'
import { copyOfTree } from './copy-of-tree.ts'
import { runTests } from './run-tests.ts'
import { tryBreak } from './try-break.ts'

/** Breaks each invariant by small patches in a copy of the tree and expects its tests to notice: `npm run prove`, or `npm run prove -- I4 I9`. */
const INVARIANTS = Array.from({ length: 12 }, (_, i) => `I${i + 1}` as const)
const LEAST_PATCHES = 2
const only = process.argv.slice(2)
const asked = INVARIANTS.filter((one) => only.length === 0 || only.includes(one))

using copy = copyOfTree()
let patches = 0
let noticed = 0
const unproved = new Set<string>(asked)
for (const invariant of asked) {
  const own = breaks.filter((one) => one.invariant === invariant)
  const verdicts: boolean[] = []
  for (const one of own) {
    const { proved, why } = await tryBreak(copy.path, one)
    verdicts.push(proved)
    patches += 1
    if (proved) noticed += 1
    say(invariant, proved ? 'red' : 'NOT RED', one.what, why)
  }
  const places = new Map(own.map(({ test }) => [`${test.file} ${test.name}`, test]))
  for (const test of places.values()) {
    const { passed, failed, faults } = await runTests(copy.path, test)
    const green = passed > 0 && failed === 0
    verdicts.push(green)
    say(invariant, green ? 'green' : 'NOT GREEN', 'as it is', faults[0]?.test ?? `${passed} tests`)
  }
  const isEnough = own.length >= LEAST_PATCHES
  if (isEnough && verdicts.every(Boolean)) unproved.delete(invariant)
  else say(invariant, 'UNPROVED', isEnough ? '' : `${own.length} of ${LEAST_PATCHES} patches`, '')
}
const proved = asked.length - unproved.size
process.stdout.write(
  `prove: ${noticed} of ${patches} patches were noticed by the tests of their invariant\n`,
)
process.stdout.write(`prove: ${proved} of ${asked.length} invariants break their test\n`)
process.exitCode = unproved.size > 0 ? 1 : 0

function say(invariant: string, state: string, what: string, more: string): void {
  process.stdout.write(`${invariant.padEnd(4)}${state.padEnd(10)}${what.padEnd(56)}${more}\n`)
}
