import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { smallRoot, smallRootWith } from '#knowledge/fixtures/copy.ts'

const danish = 'knowledge-base/have/nyttehave.da.md'

describe('npm run kb', () => {
  it('shows the figures of each file and what is to be verified', async () => {
    const { out } = await kb('--root', smallRoot, '--year', '2026')
    expect(out).toMatch(/have\/nyttehave\.da\.md +2 +\d+\.\d +\d+ +1 +\d+\n/)
    expect(out).toMatch(/nyttehave\.da\.md: not verified, owner Teknikforvaltningen/)
    expect(out).toMatch(/fact nyttehave\.rent: from 2023, Leje/)
    expect(out).not.toMatch(/fact nyttehave\.alarm/)
  })

  it('exits 1 with one line a fault', async () => {
    const root = await smallRootWith([danish, 'Du betaler i april.', 'Du betaler den 3. i april.'])
    const { code, out } = await kb('check', '--root', root, '--year', '2026')
    expect(code).toBe(1)
    expect(out).toMatch(
      /^knowledge-base\/have\/nyttehave\.da\.md:33: price web: figure 3\. is in no fact$/m,
    )
  })

  it('says what cannot be read, and where', async () => {
    const root = await smallRootWith([danish, 'audience: citizen', 'audience: people'])
    const { code, err } = await kb('check', '--root', root)
    expect(code).toBe(1)
    expect(err).toMatch(/^article-broken: .*\n.*nyttehave\.da\.md:4: audience: /)
  })
})

function kb(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = fileURLToPath(new URL('./kb.ts', import.meta.url))
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}
