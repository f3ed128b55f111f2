import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { environment } from '#platform/environment.ts'
import { freshFolder } from '#tests/bench/gateway.ts'
import { quantile } from '#tests/bench/load/quantile.ts'
import type { Figures } from '#tests/bench/measure.ts'
import type { Run } from '#tests/bench/run.ts'
import { freePort } from '#tests/kit/free-port.ts'

const ROOT = join(import.meta.dirname, '../../..')
const LOOK_AGAIN_MS = 10
const LIMIT_MS = 60_000

/** From the command to the first page, on a folder that has nothing in it: what an evaluator waits for. */
export async function measureStart(run: Run, figures: Figures): Promise<void> {
  const times: number[] = []
  for (let i = 0; i < (run.quick ? 2 : 5); i += 1) times.push(await firstPageMs())
  times.sort((a, b) => a - b)
  figures.add({
    name: 'first page after `npm start`',
    value: quantile(times, 0.5) / 1_000,
    unit: 's',
    goal: { is: 'at most', value: 3 },
  })
}

async function firstPageMs(): Promise<number> {
  using folder = freshFolder()
  const port = await freePort()
  const begin = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    stdio: 'ignore',
    // A group of its own: npm does not pass a kill on.
    detached: true,
    env: { ...environment, PORT: String(port), DATA_DIR: folder.path },
  })
  try {
    for (;;) {
      const page = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
      if (page?.ok && (await page.text()).includes('<html')) return performance.now() - begin
      if (performance.now() - begin > LIMIT_MS) throw new Error('no page came')
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    }
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
    await gone
  }
}
