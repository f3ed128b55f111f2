import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { Figures, tableOf } from './measure.ts'
import { openRun } from './run.ts'
import { sections } from './sections/sections.ts'

/** Measures the house beside its peers: `npm run bench`; `-- --json`, `-- --quick`, `-- turns` for one section. */
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' } },
  allowPositionals: true,
})
const isJson = values.json === true
const say = (line: string) => void (isJson ? process.stderr : process.stdout).write(`${line}\n`)
const unknown = positionals.filter((name) => !sections.some((section) => section.name === name))
if (unknown.length > 0) {
  say(`no section ${unknown.join(', ')}; there are ${sections.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

const beganMs = performance.now()
say(
  `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; servers and the loads on them compete for the same cores`,
)
const figures = new Figures(say)
const failed: string[] = []
{
  await using run = openRun(values.quick === true, say)
  for (const { name, title, measure } of sections) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    say(`\n${title}`)
    try {
      await measure(run, figures)
    } catch (error) {
      // One section that breaks leaves the others their figures; the command fails all the same.
      failed.push(name)
      say(`  BROKEN: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
const seconds = (performance.now() - beganMs) / 1_000
if (isJson) {
  const report = { seconds, cores: cpus().length, load: loadavg()[0], figures: figures.all, failed }
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
}
say(`\n${tableOf(figures.all)}`)
say(`\ntook ${seconds.toFixed(0)} s${failed.length > 0 ? `; broken: ${failed.join(', ')}` : ''}`)
process.exitCode = failed.length > 0 ? 1 : 0
