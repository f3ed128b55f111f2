import { expect, it } from 'vitest'
import { runUnderLoad } from './run-under-load.ts'

// Few kills, for each costs the start of a server; `npm run crash` has more of them, and more citizens.
it('keeps every acknowledged message once and answers it once when a busy server is killed', {
  timeout: 300_000,
}, async () => {
  const seed = Date.now() % 1_000_000
  const load = { seed, kills: 4, webCitizens: 6, texters: 4 }
  const { lost, doubled, acknowledged, reconnectsMs } = await runUnderLoad(load)
  expect({ seed, lost, doubled }).toEqual({ seed, lost: [], doubled: [] })
  expect(acknowledged).toBeGreaterThan(load.webCitizens + load.texters)
  expect(reconnectsMs.length).toBeGreaterThan(0)
})
