import type { FakePace } from './gateway-api-fake.ts'

/** Quick enough to watch; a real provider repeats a webhook after a minute, two minutes, and so on up to twelve hours. */
export const demoPace: FakePace = {
  repeatMs: [1_000, 2_000, 4_000, 8_000, 15_000, 30_000],
  slowMs: 4_000,
  deliverMs: 900,
}
