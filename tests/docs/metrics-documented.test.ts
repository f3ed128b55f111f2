import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDescribedApp } from '#tests/api/described-app.ts'

const page = await readFile(join(import.meta.dirname, '../../docs/runbooks/metrics.md'), 'utf8')

it('the figures that the runbook names are those that /metrics gives', async () => {
  await using app = await openDescribedApp()
  const text = await (await fetch(`${app.url}/metrics`)).text()
  const given = new Set([...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name = '']) => name))
  const named = new Set(
    [...page.matchAll(/\b(?:front_door|process|nodejs)_\w+/g)].map(([name]) => baseOf(name, given)),
  )
  expect([...named].filter((name) => !given.has(name))).toEqual([])
  const ours = [...given].filter((name) => name.startsWith('front_door_'))
  expect(ours.filter((name) => !named.has(name))).toEqual([])
  expect(ours.length).toBeGreaterThan(12)
})

/** A histogram is read as `…_bucket`, `…_sum` and `…_count`. */
function baseOf(name: string, given: ReadonlySet<string>): string {
  const base = name.replace(/_(bucket|sum|count)$/, '')
  return given.has(base) ? base : name
}
