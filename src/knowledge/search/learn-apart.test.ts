import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'

const ASKS = `
  import { loadKnowledgeBase } from '#knowledge/load-knowledge-base.ts'
  import { learnApart } from '#knowledge/search/learn-apart.ts'
  await learnApart(await loadKnowledgeBase('.'))`

it('ends at once when whoever has asked is killed', async () => {
  const asking = spawn(process.execPath, ['--input-type=module', '-e', ASKS], { stdio: 'ignore' })
  onTestFinished(() => void asking.kill('SIGKILL'))
  const children = () => readFileSync(`/proc/${asking.pid}/task/${asking.pid}/children`, 'utf8')
  await expect.poll(children, { timeout: 20_000 }).toMatch(/\d/)
  const learning = Number(children())
  // It has begun once it holds more than a process that waits.
  await expect.poll(() => residentMegabytes(learning), { timeout: 20_000 }).toBeGreaterThan(120)
  asking.kill('SIGKILL')
  await expect.poll(() => residentMegabytes(learning), { timeout: 5_000 }).toBe(0)
})

function residentMegabytes(pid: number): number {
  try {
    const [, kilobytes = '0'] =
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1_024
  } catch {
    return 0
  }
}
