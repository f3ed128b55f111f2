import { afterEachWrite } from './parts/after-each-write.ts'
import { underBurst } from './parts/under-burst.ts'
import { underLoad } from './parts/under-load.ts'
import { withoutLeak } from './parts/without-leak.ts'

/**
 * `npm run crash`: aborts the process after each durable write of a night and a morning; kills a busy server at random
 * moments; lets 10,000 people text at once; and has 10,000 conversations to see what they leave behind.
 * A number as its argument is the seed of an earlier run, whose random moments it plays again.
 */
const [, , seed = String(Date.now() % 1_000_000)] = process.argv
const say = (line: string) => void process.stdout.write(`${line}\n`)

const points = await afterEachWrite(say)
const load = await underLoad(Number(seed), say)
const burst = await underBurst(say)
const leaks = await withoutLeak(say)

const lost = points.lost + load.lost + burst.lost
const doubled = points.doubled + load.doubled + burst.doubled
say(
  `crash: ${points.points} points, ${points.kills + load.kills} kills, ${lost} lost, ${doubled} doubled`,
)
process.exitCode = lost + doubled + leaks > 0 ? 1 : 0
