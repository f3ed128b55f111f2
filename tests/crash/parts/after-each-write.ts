import { type CrashReport, runCrash } from '#tests/crash/run-crash.ts'

export async function afterEachWrite(say: (line: string) => void): Promise<CrashReport> {
  say('after each durable write: the story is played once for each, which takes minutes')
  const report = await runCrash(1, (killsAt, difference) => {
    const place = `killed after commit ${killsAt.join(', then ')}`
    for (const fact of difference.lost) say(`${place}: lost ${fact}`)
    for (const fact of difference.doubled) say(`${place}: doubled ${fact}`)
  })
  const { points, kills, lost, doubled, sentTwice } = report
  say(
    `after each durable write: ${points} points, ${kills} kills, ${lost} lost, ${doubled} doubled; texts in flight sent once more: ${sentTwice}`,
  )
  return report
}
