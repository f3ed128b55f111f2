import { expect, it } from 'vitest'
import { runCrash } from './run-crash.ts'

// Every ninth point, since each needs the engine to start twice; `npm run crash` takes them all.
const EVERY = 9

it('loses nothing and doubles nothing when the process is killed', {
  timeout: 300_000,
}, async () => {
  const told: string[] = []
  const report = await runCrash(EVERY, (killsAt, { lost, doubled }) => {
    for (const fact of [...lost, ...doubled]) told.push(`${killsAt}: ${fact}`)
  })
  expect(told).toEqual([])
  expect(report.kills).toBeGreaterThanOrEqual(report.points)
})
