import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { environment } from '#platform/environment.ts'

/** A server that is measured, in a process of its own. */
export type Peer = AsyncDisposable & { pid: number; port: number; stop(): Promise<void> }

const HERE = import.meta.dirname
const TICKS_PER_SECOND = 100

/** Starts `peers/<name>.ts`, which prints its port. */
export async function startPeer(name: string, port = 0): Promise<Peer> {
  const child = start(join('peers', `${name}.ts`), [String(port)])
  const line = await firstLine(child)
  const stop = () => end(child)
  return { pid: child.pid ?? 0, port: Number(line), stop, [Symbol.asyncDispose]: stop }
}

/** Runs a load of `load/` with its task; gives what it prints. */
export async function runLoad<Result>(name: string, task: object): Promise<Result> {
  const child = start(join('load', `${name}.ts`), [JSON.stringify(task)])
  let output = ''
  child.stdout?.on('data', (piece: Buffer) => {
    output += piece
  })
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`the load ${name} broke off (${code})`)
  return JSON.parse(output) as Result
}

function start(script: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(HERE, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...environment, NODE_ENV: 'production', NODE_NO_WARNINGS: '1' },
  })
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the peer has no output')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('the peer ended before it listened')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** CPU that a process has used so far, in seconds; all of its threads, its own and the kernel's for it. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** Memory of a process that is in RAM, in bytes. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
}
