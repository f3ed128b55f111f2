import { runBurst } from '#tests/faults/burst/run-burst.ts'

const TEXTS = 10_000

export async function underBurst(
  say: (line: string) => void,
): Promise<{ lost: number; doubled: number }> {
  say(`burst: ${TEXTS} people text at once`)
  const burst = await runBurst(TEXTS)
  const { statuses, acknowledged, takenSeconds, answeredSeconds, lost, doubled } = burst
  const told = Object.entries(statuses).map(([status, times]) => `${times} × ${status}`)
  for (const fact of lost) say(`burst: lost ${fact}`)
  for (const fact of doubled) say(`burst: doubled ${fact}`)
  say(
    `burst: ${TEXTS} texts at once, ${told.join(', ')}; all told after ${takenSeconds.toFixed(1)} s, ${acknowledged} answered and sent after ${answeredSeconds.toFixed(1)} s, ${lost.length} lost, ${doubled.length} doubled`,
  )
  return { lost: lost.length, doubled: doubled.length }
}
