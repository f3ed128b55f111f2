import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { environment as ours } from '#platform/environment.ts'
import { bringLearnt } from './bring-learnt.ts'

/** The product as a process of its own, as `npm start` runs it. */
export type RunningServer = {
  origin: string
  pid: number
  /** The path of the one-time sign-in link, when nobody has an account yet. */
  signInLink: string | undefined
  output(): string
  /** Resolves once the phrasings are learnt; until then retrieval answers alone. */
  learnt(): Promise<void>
  /** Like pulling the plug. */
  kill(): Promise<void>
}
export type ServerOptions = {
  port: number
  dataDir: string
  environment?: Readonly<Record<string, string>>
  /** It has to learn by itself, as at its very first start. */
  knowsNothing?: boolean
  /** What the server is run by, such as a tracer: a command that the server takes the place of. */
  under?: readonly string[]
}

const { PATH, HOME } = ours
const ROOT = join(import.meta.dirname, '../..')
const START_LIMIT_MS = 60_000

export async function startServer({
  port,
  dataDir,
  environment = {},
  knowsNothing = false,
  under = [],
}: ServerOptions): Promise<RunningServer> {
  if (!knowsNothing) bringLearnt(dataDir)
  const [program = '', ...given] = [...under, process.execPath, join(ROOT, 'src/start.js')]
  const child = spawn(program, given, {
    cwd: ROOT,
    env: {
      PATH,
      HOME,
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'info',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (piece: string) => {
      output += piece
    })
  }
  await ready(child, () => output)
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    pid: child.pid ?? 0,
    async learnt() {
      while ((await readiness(origin)) === 'retrieval') {
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    },
    signInLink: /http:\S+welcome#\S+/.exec(output)?.[0],
    output: () => output,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function ready(child: ChildProcess, output: () => string): Promise<void> {
  const startedMs = performance.now()
  while (!/Health\s+http/.test(output())) {
    const ended = child.exitCode !== null || performance.now() - startedMs > START_LIMIT_MS
    const how = child.exitCode ?? child.signalCode ?? 'still starting'
    if (ended) throw new Error(`the server did not start (${how}):\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function readiness(origin: string): Promise<string> {
  const answer = (await (await fetch(`${origin}/ready`)).json()) as { understanding: string }
  return answer.understanding
}
