import type { OpenTime } from './calendar.ts'

/** Open times in order of their beginning, with those that touch or overlap as one: nobody closes in between. */
export function* joined(times: Iterable<OpenTime>): Generator<OpenTime> {
  let run: OpenTime | undefined
  for (const time of times) {
    if (run && time.from <= run.to) {
      run = { from: run.from, to: Math.max(run.to, time.to) }
      continue
    }
    if (run) yield run
    run = time
  }
  if (run) yield run
}
