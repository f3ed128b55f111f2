import { expect, it } from 'vitest'
import { runBurst } from './run-burst.ts'

// `npm run crash` has 10,000 of them.
it('1,000 people text at once: each is told the truth, and each acknowledged text is answered once', {
  timeout: 300_000,
}, async () => {
  const { statuses, acknowledged, lost, doubled } = await runBurst(1_000)
  expect({ lost, doubled }).toEqual({ lost: [], doubled: [] })
  expect(Object.keys(statuses).filter((status) => !['200', '429', '503'].includes(status))).toEqual(
    [],
  )
  expect(acknowledged).toBeGreaterThan(0)
})
