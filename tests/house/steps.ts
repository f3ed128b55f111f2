/** One thing that `npm test` does; `counts` reads how many tests it holds, else it counts as one. */
export type Step = {
  name: string
  command: readonly [string, ...string[]]
  /** Where the step leaves its tests, as Vitest's JSON. */
  report?: string
}

export const steps: readonly Step[] = [
  {
    name: 'format and lint',
    command: ['biome', 'check', '--error-on-warnings', '--diagnostic-level=warn'],
  },
  { name: 'layers (canaries)', command: ['sh', 'tests/house/canary.sh'] },
  { name: 'types', command: ['tsc'] },
  { name: 'types of pages', command: ['tsc', '-p', 'tsconfig.browser.json'] },
  { name: 'dead code', command: ['knip'] },
  tests('unit tests', 'unit'),
  tests('whole-system tests', 'whole'),
]

function tests(name: string, project: string): Step {
  const report = `.cache/${project}-tests.json`
  return {
    name,
    report,
    command: ['vitest', 'run', '--project', project, '--reporter=json', `--outputFile=${report}`],
  }
}
