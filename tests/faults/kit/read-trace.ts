import { readFileSync } from 'node:fs'

/** One system call of the main thread that came to its end. */
export type SystemCall = { name: string; on: string; what: string; result: number }

/**
 * What strace wrote with `-f -yy -o`: a line a call, `1234 fdatasync(21</data/x.db-wal>) = 0`; a call during which another
 * thread made one stands in two lines, `… <unfinished ...>` and `… <... fdatasync resumed>) = 0`. Calls are in the order of their ends.
 */
export function readTrace(file: string, pid: number): readonly SystemCall[] {
  const calls: SystemCall[] = []
  let begun = ''
  for (const line of readFileSync(file, 'latin1').split('\n')) {
    const [, thread, rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (Number(thread) !== pid) continue
    if (rest.endsWith('<unfinished ...>')) {
      begun = rest.slice(0, -'<unfinished ...>'.length)
      continue
    }
    const whole = rest.replace(/^<\.\.\. \w+ resumed>/, () => begun)
    const [, name, on, what, result] = /^(\w+)\(\d+<(.*?)>(.*)\)\s+= (-?\d+)/s.exec(whole) ?? []
    if (name && on && what !== undefined) calls.push({ name, on, what, result: Number(result) })
  }
  return calls
}
