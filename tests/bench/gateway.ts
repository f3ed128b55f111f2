import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#tests/kit/free-port.ts'
import { startServer } from '#tests/kit/start-server.ts'

/** The product as `npm start` runs it, with the settings that it has by itself. */
export type Gateway = AsyncDisposable & {
  origin: string
  pid: number
  port: number
  dataDir: string
  signInLink: string | undefined
  kill(): Promise<void>
}

/** The instant that `npm run ask` answers at, so that both say the same of opening hours. */
const SAME_TIME_AS_ASK = '2026-06-09T11:00'

export type GatewayOptions = {
  port?: number
  dataDir: string
  /** Start over what is there, without waiting until the phrasings are learnt. */
  waitUntilLearnt?: boolean
}

/** Each simulated citizen has an address of its own, as behind a proxy. Refuses to run on anything but full durability. */
export async function startGateway({
  port,
  dataDir,
  waitUntilLearnt = true,
}: GatewayOptions): Promise<Gateway> {
  const at = port ?? (await freePort())
  const server = await startServer({
    port: at,
    dataDir,
    knowsNothing: true,
    environment: { TRUST_PROXY: '1', AT: SAME_TIME_AS_ASK, LOG_LEVEL: 'warn' },
  })
  if (waitUntilLearnt) await server.learnt()
  const ready = (await (await fetch(`${server.origin}/ready`)).json()) as { synchronous: string }
  if (ready.synchronous !== 'FULL') {
    await server.kill()
    throw new Error(
      `no report: the database writes with synchronous = ${ready.synchronous}, not FULL`,
    )
  }
  const { origin, pid, signInLink } = server
  const kill = () => server.kill()
  return { origin, pid, port: at, dataDir, signInLink, kill, [Symbol.asyncDispose]: kill }
}

/** A folder of the system's own temporary place, away when done. */
export function freshFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'front-door-bench-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

/** What was learnt depends on nothing but the phrasings: it may be carried over. */
export function carryLearnt(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  if (existsSync(join(from, 'learnt.bin')))
    copyFileSync(join(from, 'learnt.bin'), join(to, 'learnt.bin'))
}

/** Bytes of live objects and buffers in the process, from its own figures. */
export async function heapBytes(origin: string): Promise<number> {
  const figures = await (await fetch(`${origin}/metrics`)).text()
  return Number(/^nodejs_heap_size_used_bytes ([\d.e+]+)/m.exec(figures)?.[1] ?? 0)
}
