import { compare, type Difference } from './compare.ts'
import { play } from './play.ts'

export type CrashReport = {
  points: number
  kills: number
  lost: number
  doubled: number
  /** Texts that the provider was given twice, because the process died before it knew of the first. */
  sentTwice: number
}

const AT_ONCE = 2
const SECOND_KILL_EVERY = 4

/** Kills the process after every n-th commit of the story, and now and then again on its way up, and compares with a run that nobody disturbed. */
export async function runCrash(
  every: number,
  tell: (killsAt: readonly number[], difference: Difference) => void,
): Promise<CrashReport> {
  const whole = await play([])
  const points: number[] = []
  for (let point = 1; point <= whole.commits; point += every) points.push(point)
  const report = { points: points.length, kills: 0, lost: 0, doubled: 0, sentTwice: 0 }
  const left = [...points]
  const worker = async () => {
    for (let point = left.shift(); point !== undefined; point = left.shift()) {
      const killsAt = point % SECOND_KILL_EVERY === 1 ? [point, secondKill(point)] : [point]
      const played = await play(killsAt)
      const difference = compare(whole, played)
      report.kills += played.kills
      report.lost += difference.lost.length
      report.doubled += difference.doubled.length
      report.sentTwice += difference.sentTwice
      tell(killsAt, difference)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return report
}

// The first commits of a start are the storage's own; those after them resume what was under way.
function secondKill(point: number): number {
  return 2 + (point % 7)
}
