import { runUnderLoad } from './load/run-under-load.ts'
import { percentile } from './percentile.ts'
import { runCrash } from './run-crash.ts'

/**
 * `npm run crash`: aborts the process after each durable write of a night and a morning, starts it again and compares;
 * then kills a real server at random moments while citizens write to it, and audits what they were told against what is
 * there. A seed as its argument plays the random moments of an earlier run again.
 */
const say = (line: string) => process.stdout.write(`${line}\n`)

const points = await runCrash(1, (killsAt, difference) => {
  const place = `killed after commit ${killsAt.join(', then ')}`
  for (const fact of difference.lost) say(`${place}: lost ${fact}`)
  for (const fact of difference.doubled) say(`${place}: doubled ${fact}`)
})
say(
  `after each durable write: ${points.points} points, ${points.kills} kills, ${points.lost} lost, ${points.doubled} doubled; ${points.sentTwice} texts in flight sent once more`,
)

const [, , seedGiven] = process.argv
const load = {
  seed: Number(seedGiven ?? Date.now() % 1_000_000),
  kills: 24,
  webCitizens: 10,
  texters: 8,
}
say(`under load: seed ${load.seed} (npm run crash -- ${load.seed} kills at the same moments)`)
const under = await runUnderLoad(load)
for (const fact of under.lost) say(`under load: lost ${fact}`)
for (const fact of under.doubled) say(`under load: doubled ${fact}`)
say(
  `under load: ${load.kills} kills, ${load.webCitizens} at the chat and ${load.texters} with phones, ${under.acknowledged} messages acknowledged, ${under.lost.length} lost, ${under.doubled.length} doubled; ${under.sentTwice} texts in flight sent once more`,
)
const ms = (percent: number) => `${Math.round(percentile(under.reconnectsMs, percent))} ms`
say(
  `reconnect after a kill: p50 ${ms(50)}, p95 ${ms(95)} (${under.reconnectsMs.length} times, the start of the server included)`,
)

const lost = points.lost + under.lost.length
const doubled = points.doubled + under.doubled.length
say(
  `crash: ${points.points} points, ${points.kills + load.kills} kills, ${lost} lost, ${doubled} doubled`,
)
process.exitCode = lost + doubled > 0 ? 1 : 0
