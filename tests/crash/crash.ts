import { runCrash } from './run-crash.ts'

/** Aborts the process after each durable write of a night and a morning, starts it again, and compares: `npm run crash`. */
const { points, kills, lost, doubled, sentTwice } = await runCrash(1, (killsAt, difference) => {
  const place = `killed after commit ${killsAt.join(', then ')}`
  for (const fact of difference.lost) process.stdout.write(`${place}: lost ${fact}\n`)
  for (const fact of difference.doubled) process.stdout.write(`${place}: doubled ${fact}\n`)
})
process.stdout.write(`texts in flight at a kill and sent once more: ${sentTwice}\n`)
process.stdout.write(`crash: ${points} points, ${kills} kills, ${lost} lost, ${doubled} doubled\n`)
process.exitCode = lost + doubled > 0 ? 1 : 0
