import { runUnderLoad } from '#tests/crash/load/run-under-load.ts'
import { percentile } from '#tests/crash/percentile.ts'

const KILLS = 24
const WEB_CITIZENS = 10
const TEXTERS = 8

export async function underLoad(
  seed: number,
  say: (line: string) => void,
): Promise<{ kills: number; lost: number; doubled: number }> {
  say(`under load: seed ${seed} (npm run crash -- ${seed} kills at the same moments)`)
  const load = { seed, kills: KILLS, webCitizens: WEB_CITIZENS, texters: TEXTERS }
  const { lost, doubled, acknowledged, sentTwice, reconnectsMs } = await runUnderLoad(load)
  for (const fact of lost) say(`under load: lost ${fact}`)
  for (const fact of doubled) say(`under load: doubled ${fact}`)
  say(
    `under load: ${KILLS} kills, ${WEB_CITIZENS} at the chat and ${TEXTERS} with phones, ${acknowledged} messages acknowledged, ${lost.length} lost, ${doubled.length} doubled; texts in flight sent once more: ${sentTwice}`,
  )
  const ms = (percent: number) => `${Math.round(percentile(reconnectsMs, percent))} ms`
  say(
    `reconnect after a kill: p50 ${ms(50)}, p95 ${ms(95)} (${reconnectsMs.length} times; the start of the server is in it)`,
  )
  return { kills: KILLS, lost: lost.length, doubled: doubled.length }
}
