import { parseArgs } from 'node:util'
import { sayFault } from '#knowledge/fault.ts'
import { AppError } from '#platform/errors.ts'
import { figuresTable } from './figures-table.ts'
import { readGiven } from './read-given.ts'
import { lint } from './rules.ts'
import { whatToVerify } from './what-to-verify.ts'

/** `npm run kb` shows figures and what is unverified; `npm run kb -- check` one line a fault. `--year` looks ahead. */
async function kb(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { year: { type: 'string' }, root: { type: 'string', default: process.cwd() } },
  })
  const year = Number(values.year ?? new Date().getFullYear())
  const given = await readGiven(values.root, year)
  const faults = lint(given)
  if (positionals[0] !== 'check') {
    say(figuresTable(given))
    say(`\nTo be verified by the city:\n${whatToVerify(given, year).join('\n')}\n`)
  }
  for (const fault of faults) say(sayFault(fault))
  const { articles, intents, facts } = given.content
  const examples = intents.reduce((sum, intent) => sum + intent.examples.length, 0)
  say(
    `${articles.length} article files, ${facts.size} facts, ${intents.length} intents with ${examples} examples, ${faults.length} faults`,
  )
  return faults.length === 0 ? 0 : 1
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

try {
  process.exitCode = await kb()
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stderr.write(`${error.code}: ${error.message}\n`)
  process.exitCode = 1
}
