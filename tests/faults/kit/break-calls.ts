import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Makes system calls of a running process fail until the returned function is called: `breakCalls(pid, 'pwrite64', 'EROFS')`.
 * Only those on `path` where one is given.
 */
export async function breakCalls(
  pid: number,
  calls: string,
  error: string,
  path: string,
): Promise<() => Promise<void>> {
  const given = ['-f', '-p', String(pid), '-P', path, '-e', `inject=${calls}:error=${error}`]
  const tracer = spawn('strace', [...given, '-o', '/dev/null'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  tracer.stderr.setEncoding('utf8')
  let said = ''
  while (!said.includes('attached')) {
    if (tracer.exitCode !== null) throw new Error(`strace: ${said}`)
    said += (await once(tracer.stderr, 'data'))[0]
  }
  return async () => {
    const gone = once(tracer, 'exit')
    tracer.kill('SIGINT')
    await gone
  }
}
