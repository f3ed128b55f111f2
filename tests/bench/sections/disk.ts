import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { quantile } from '#tests/bench/load/quantile.ts'
import type { Figures } from '#tests/bench/measure.ts'
import type { Run } from '#tests/bench/run.ts'

const WRITES = 300
const PAGE = Buffer.alloc(4_096, 1)

/** What the disk itself takes to keep a page: nothing durable can be faster. */
export async function measureDisk(run: Run, figures: Figures): Promise<void> {
  const file = openSync(join(run.folder, 'sync'), 'w')
  const times: number[] = []
  for (let i = 0; i < WRITES; i += 1) {
    const begin = performance.now()
    writeSync(file, PAGE)
    fdatasyncSync(file)
    times.push(performance.now() - begin)
  }
  closeSync(file)
  times.sort((a, b) => a - b)
  figures.tell('write and fdatasync of 4 kB: p50', quantile(times, 0.5), 'ms')
  figures.tell('write and fdatasync of 4 kB: p95', quantile(times, 0.95), 'ms')
}
